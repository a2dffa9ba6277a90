"""The report on A4 as PDF, from the same page: fonts embedded, headings as bookmarks."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .content import Report
from .page import markup


def write(report: Report, path: Path) -> None:
    """The report as PDF."""
    path.write_bytes(pdf_of(markup(report, on_paper=True)))


def pdf_of(page: str) -> bytes:
    """A page as PDF; pictures stand in the page itself, any other address is refused."""
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher

    fetcher = URLFetcher(allowed_protocols=["data"], allow_redirects=False)
    with _collector_at_rest():
        made: bytes = HTML(string=page, url_fetcher=fetcher).write_pdf()
    return made


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Millions of boxes live until the file is written; to search them for garbage again and
    again takes a quarter of the time and finds none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
