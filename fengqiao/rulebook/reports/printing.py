"""The report on A4 as PDF, from the same page: fonts embedded, headings as bookmarks."""

from pathlib import Path

from .content import Report
from .page import markup


def write(report: Report, path: Path) -> None:
    """The PDF; charts stand in the page itself, any other address is refused."""
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher

    fetcher = URLFetcher(allowed_protocols=["data"], allow_redirects=False)
    HTML(string=markup(report), url_fetcher=fetcher).write_pdf(path)
