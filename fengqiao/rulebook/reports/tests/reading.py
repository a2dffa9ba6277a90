"""The written reports, read back as text."""

from html.parser import HTMLParser
from pathlib import Path


class Page(HTMLParser):
    """All tags, all addresses and all texts of a page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.texts.append(data)

    @property
    def text(self) -> str:
        return "".join(self.texts)

    def values(self, name: str) -> list[str]:
        return [value or "" for key, value in self.attributes if key == name]


def docx_text(path: Path) -> str:
    from docx import Document
    from docx.oxml.ns import qn

    texts = Document(str(path)).element.body.iter(qn("w:t"))
    return "\n".join(element.text or "" for element in texts)


def pdf_text(path: Path) -> str:
    from pypdf import PdfReader

    return "\n".join(
        page.extract_text().replace(f"— {number} —", "")
        for number, page in enumerate(PdfReader(path).pages, start=1)
    )


def xlsx_cells(path: Path, sheet: str) -> list[tuple]:
    from openpyxl import load_workbook

    return list(load_workbook(path)[sheet].values)
