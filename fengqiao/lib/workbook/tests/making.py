"""Workbooks for tests: honest ones through openpyxl, hostile ones out of raw parts."""

import zipfile
from pathlib import Path

import openpyxl

SHEET = "人员"
HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
ODS_HEAD = (
    '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x">'
    '<office:body><office:spreadsheet><table:table table:name="人员">'
)
ODS_TAIL = "</table:table></office:spreadsheet></office:body></office:document-content>"


def workbook(path: Path, **sheets: list[list[object]]) -> Path:
    """An .xlsx with these rows in these sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def with_data(path: Path, data: str, *, around: str = "{}") -> Path:
    """An .xlsx whose sheet 人员 holds just this XML inside `sheetData`."""
    part = HEAD + around.format(f"<sheetData>{data}</sheetData>") + "</worksheet>"
    return with_part(path, part.encode())


def with_part(path: Path, part: bytes, name: str = "xl/worksheets/sheet1.xml") -> Path:
    """An .xlsx one of whose parts is replaced."""
    plain = workbook(path.with_name("plain.xlsx"), **{SHEET: [["a"]]})
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w", 8, compresslevel=1) as target:
        for entry in source.infolist():
            target.writestr(entry.filename, part if entry.filename == name else source.read(entry))
    return path


def ods(path: Path, rows: str) -> Path:
    """An .ods whose table holds just these rows."""
    with zipfile.ZipFile(path, "w", 8) as target:
        target.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        target.writestr("META-INF/manifest.xml", '<manifest:manifest xmlns:manifest="m"/>')
        target.writestr("content.xml", ODS_HEAD + rows + ODS_TAIL)
    return path


def ods_row(*cells: str, repeat: int = 1) -> str:
    """A table row of an .ods."""
    return (
        f'<table:table-row table:number-rows-repeated="{repeat}">{"".join(cells)}</table:table-row>'
    )


def ods_cell(text: str = "", repeat: int = 1) -> str:
    """A cell of an .ods, with a text or empty."""
    head = f'<table:table-cell table:number-columns-repeated="{repeat}"'
    if not text:
        return f"{head}/>"
    return f'{head} office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


def folder(path: Path, **sheets: bytes) -> Path:
    """A folder of .csv files."""
    path.mkdir()
    for title, content in sheets.items():
        (path / f"{title}.csv").write_bytes(content)
    return path
