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

from .cells import column_number, walk_cells
from .parts import pieces, tags, text_of
from .scan import Errors, check_span, span_fits

_SPACES = bytes.maketrans(b"\t\r\n", b"   ")
_COLUMN = re.compile(rb'<c r="([A-Z]{1,3})\d{1,7}"')
_FAR_ROW = re.compile(rb'<c r="[A-Z]+(\d{6,7})"')
_NEAR_ROWS = 99_999  # rows that `_FAR_ROW` leaves out
_ERROR = re.compile(
    rb'<c r="([A-Z]+)(\d+)"[^>]*? t="e"[^>]*>(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)?(?:<v>([^<]*)</v>)?'
)
_PREFIXED = re.compile(rb"<[\w.-]+:c[ />]")
_SHEET = re.compile(r"<(?:\w+:)?sheet\s[^>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^>]*>")
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*[\"']([^\"']*)[\"']")


@dataclass(slots=True)
class _Sheet:
    """What the quick search found in one part."""

    usual: bool = True
    letters: set[bytes] = field(default_factory=set)
    rows: int = 0
    errors: Errors = field(default_factory=dict)

    @property
    def columns(self) -> int:
        return max((column_number(letters.decode()) for letters in self.letters), default=0)


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
    rows, columns, errors = walk_cells(pieces(archive, entry))
    check_span(rows, columns)
    return errors


def _search(parts: Iterator[bytes]) -> _Sheet:
    """Reads a part to its end (so that its size is counted), its cells as long as they are
    written as usual.
    """
    sheet, inside, done = _Sheet(), False, False
    for part in parts:
        if done or not sheet.usual or not (inside or b"sheetData" in part):
            continue
        text, inside = part.translate(_SPACES), True
        _search_cells(sheet, text)
        done = b"</sheetData" in text
    return sheet


def _search_cells(sheet: _Sheet, text: bytes) -> None:
    body = text[:end] if (end := text.find(b"</sheetData")) >= 0 else text
    if (start := body.find(b"<sheetData")) >= 0:
        body = body[start:]
    columns = _COLUMN.findall(body)
    if (
        b"<!" in body
        or body.count(b"<c") != len(columns)
        or (b":c" in body and _PREFIXED.search(body))
    ):
        sheet.usual = False
        return
    sheet.letters.update(columns)
    far = max(map(int, _FAR_ROW.findall(body)), default=_NEAR_ROWS)
    sheet.rows = max(sheet.rows, far)
    if b' t="e"' in body:
        for letters, row, shown in _ERROR.findall(body):
            place = int(row) - 1, column_number(letters.decode()) - 1
            sheet.errors[place] = html.unescape(shown.decode()) or "错误值"


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
