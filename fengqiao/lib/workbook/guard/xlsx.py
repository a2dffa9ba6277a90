"""The sheets of an .xlsx: how far each reaches, and its error values.

What Excel, WPS, LibreOffice and the usual libraries write (`<c r="B7" …>`) is searched at the
speed of the disk; anything else goes through a real parser, so that no spelling of the same XML
gets past unseen.
"""

import html
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..cells import UNCALCULATED
from .cells import column_number, walk_cells
from .parts import pieces, tags, text_of
from .scan import Errors, check_span, span_fits

_NOT_NEAR = re.compile(rb'<c(?! r="[A-Z]\d{1,5}")')  # a cell beyond column Z or row 99,999, or odd
_NEAR_COLUMNS, _NEAR_ROWS = 26, 99_999
_CELL = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"')
_FILLED = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"[^>]*(?<!/)>')
_ERROR = re.compile(
    rb'<c r="([A-Z]+)(\d+)"[^>]*?\st="e"[^>]*>(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)?(?:<v>([^<]*)</v>)?'
)
_UNCALCULATED = re.compile(
    rb'<c r="([A-Z]+)(\d+)"([^>]*)><f(?:\s[^>]*)?(?:/>|>[^<]*</f>)(?:<v\s*/>|<v>\s*</v>)?</c>'
)
_PREFIXED = re.compile(rb"<[\w.-]+:c[ />]")
_SHEET = re.compile(r"<(?:\w+:)?sheet\s[^>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^>]*>")
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*[\"']([^\"']*)[\"']")


@dataclass(slots=True)
class _Sheet:
    """What the quick search found in one part; `mentions` counts the tags of the sheet's data."""

    usual: bool = True
    mentions: int = 0
    rows: int = 0
    columns: int = 0
    errors: Errors = field(default_factory=dict)
    begun: bytes = b""  # a cell whose end is in the next piece


def scan(archive: zipfile.ZipFile, workbook: zipfile.ZipInfo) -> dict[str, Errors]:
    """Unpacks all parts, checks the sheets among them, and names their error values by sheet."""
    errors = {
        entry.filename: found
        for entry in archive.infolist()
        if (found := _scan_part(archive, entry))
    }
    if not errors:
        return {}
    return {
        sheet: errors[part] for sheet, part in _sheet_parts(archive, workbook) if part in errors
    }


def _scan_part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Errors:
    sheet = _search(tags(pieces(archive, entry)))
    if sheet.usual and span_fits(sheet.rows, sheet.columns):
        return sheet.errors
    if sheet.usual:
        check_span(*_filled(tags(pieces(archive, entry))))
        return sheet.errors
    rows, columns, errors = walk_cells(pieces(archive, entry))
    check_span(rows, columns)
    return errors


def _search(parts: Iterator[bytes]) -> _Sheet:
    """Reads a part to its end, so that its size is counted, and the cells of a sheet on the way."""
    sheet = _Sheet()
    for part in parts:
        mentions = part.count(b"sheetData")
        if sheet.mentions + mentions and sheet.usual:
            _search_cells(sheet, part)
        sheet.mentions += mentions
    if sheet.mentions > 2:  # its begin and its end
        sheet.usual = False
    return sheet


def _search_cells(sheet: _Sheet, text: bytes) -> None:
    text = text[: end if (end := text.find(b"</sheetData")) >= 0 else len(text)]
    body = text[max(text.find(b"<sheetData"), 0) :]
    rows, columns = _reach(body)
    if not rows or _is_odd(text):
        sheet.usual = False
        return
    sheet.rows, sheet.columns = max(sheet.rows, rows), max(sheet.columns, columns)
    if b't="e"' in body:
        for letters, row, shown in _ERROR.findall(body):
            place = int(row) - 1, column_number(letters.decode()) - 1
            sheet.errors[place] = html.unescape(shown.decode()) or "错误值"
    _search_formulas(sheet, body)


def _search_formulas(sheet: _Sheet, body: bytes) -> None:
    """Those without a result; an empty text (`t="str"`) is one."""
    text = sheet.begun + body
    if b"<f" in text:
        for letters, row, attributes in _UNCALCULATED.findall(text):
            place = int(row) - 1, column_number(letters.decode()) - 1
            if b't="str"' not in attributes:
                sheet.errors.setdefault(place, UNCALCULATED.text)
    last = text.rfind(b"<c ")
    sheet.begun = text[last:] if last >= 0 and b"</c>" not in text[last:] else b""


def _is_odd(text: bytes) -> bool:
    """Comments may hide cells, prefixes disguise them. A rare byte is found faster than its pair."""
    return (
        (b"!" in text and b"<!" in text)
        or (b"?" in text and text.find(b"<?", 1) >= 0)
        or (b":" in text and _PREFIXED.search(text) is not None)
    )


def _reach(body: bytes) -> tuple[int, int]:
    """A last row and a last column that no cell stands beyond; 0, 0 where cells are written
    oddly.
    """
    if not _NOT_NEAR.search(body):
        return _NEAR_ROWS, _NEAR_COLUMNS
    places = _CELL.findall(body)
    if not places or len(places) != body.count(b"<c"):
        return 0, 0
    return _last(places)


def _filled(parts: Iterator[bytes]) -> tuple[int, int]:
    """The last row and column of cells that hold anything; a format alone is nothing."""
    ends = [_last(places) for part in parts if (places := _FILLED.findall(part))]
    return max((row for row, _ in ends), default=0), max((column for _, column in ends), default=0)


def _last(places: list[tuple[bytes, bytes]]) -> tuple[int, int]:
    letters, rows = zip(*places, strict=True)
    columns = (column_number(letter.decode()) for letter in set(letters))
    return max(map(int, rows)), max(columns)


def _sheet_parts(archive: zipfile.ZipFile, workbook: zipfile.ZipInfo) -> Iterator[tuple[str, str]]:
    """The name of each sheet with the part that holds it."""
    folder, name = posixpath.split(workbook.filename)
    relations = archive.getinfo(f"{folder}/_rels/{name}.rels")
    targets = {
        tag.get("Id"): posixpath.normpath(posixpath.join(folder, tag.get("Target", "")))
        for tag in _tags(_RELATION, text_of(archive, relations))
    }
    for tag in _tags(_SHEET, text_of(archive, workbook)):
        identifier = next((value for key, value in tag.items() if key.endswith(":id")), None)
        yield tag.get("name", ""), targets.get(identifier, "").lstrip("/")


def _tags(pattern: re.Pattern[str], text: str) -> Iterator[dict[str, str]]:
    for tag in pattern.findall(text):
        yield {key: html.unescape(value) for key, value in _ATTRIBUTE.findall(tag)}
