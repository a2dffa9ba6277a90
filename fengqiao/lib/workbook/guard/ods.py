"""The tables of an .ods: repeated cells and rows are multiplied out by the reader below us, so
they are counted before.
"""

import html
import re
import zipfile

from ..cells import UNCALCULATED
from .parts import pieces, tags
from .scan import Errors, check_span

_TAG = re.compile(rb"<table:(table|table-row|table-cell|covered-table-cell)(\s[^>]*?)?(/?)>")
_REPEATED = re.compile(rb"number-(?:rows|columns)-repeated\s*=\s*[\"'](\d{1,12})")
_NAME = re.compile(rb"table:name\s*=\s*[\"']([^\"']*)")


def scan(archive: zipfile.ZipFile, content: zipfile.ZipInfo) -> dict[str, Errors]:
    """Unpacks all parts, checks the span of every table, and names the error values by table."""
    for entry in archive.infolist():
        if entry.filename != content.filename:
            for _ in pieces(archive, entry):
                pass
    tables: list[_Table] = []
    for part in tags(pieces(archive, content)):
        for tag in _TAG.finditer(part):
            _take(tables, *tag.groups(b""))
    return {table.name: table.errors for table in tables if table.errors}


def _take(tables: "list[_Table]", tag: bytes, attributes: bytes, closed: bytes) -> None:
    if tag == b"table":
        tables.append(_Table(attributes))
    elif tables and tag == b"table-row":
        tables[-1].next_row(_repeat(attributes))
    elif tables:
        tables[-1].next_cell(_repeat(attributes), attributes, empty=bool(closed))


def _repeat(attributes: bytes) -> int:
    found = _REPEATED.search(attributes)
    return int(found[1]) if found else 1


class _Table:
    """How far one table reaches."""

    def __init__(self, attributes: bytes) -> None:
        name = _NAME.search(attributes)
        self.name = html.unescape(name[1].decode("utf-8", errors="replace")) if name else ""
        self.errors: Errors = {}
        self.row, self.height, self.column, self.columns = 0, 0, 0, 0

    def next_row(self, repeat: int) -> None:
        self.row, self.height, self.column = self.row + self.height, repeat, 0

    def next_cell(self, repeat: int, attributes: bytes, *, empty: bool) -> None:
        if b'value-type="error"' in attributes:
            self.errors[self.row, self.column] = "错误值"
        elif b"table:formula" in attributes and b"value-type" not in attributes:
            self.errors[self.row, self.column], empty = UNCALCULATED.text, False
        self.column += repeat
        if not empty:
            self.columns = max(self.columns, self.column)
            check_span(self.row + self.height, self.columns)
