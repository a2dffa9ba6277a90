"""The records of an .xls workbook: how far each sheet reaches, its error values, and whether it
is locked.
"""

import struct
from collections.abc import Iterator

from fengqiao.lib.faults import InputRefused

from .scan import ENCRYPTED, Errors, check_span

_BOF, _EOF, _SHEET, _PASSWORD = 0x0809, 0x000A, 0x0085, 0x002F
_FORMULA, _BOOL_OR_ERROR, _MANY = 0x0006, 0x0205, 0x00BD
_CELLS = {_FORMULA, _BOOL_OR_ERROR, _MANY, 0x0203, 0x0204, 0x00D6, 0x00FD, 0x027E}
_WORDS = {
    0: "#NULL!",
    7: "#DIV/0!",
    15: "#VALUE!",
    23: "#REF!",
    29: "#NAME?",
    36: "#NUM!",
    42: "#N/A",
}


def scan(stream: bytes) -> dict[str, Errors]:
    """Error values by sheet; refuses a locked workbook and one that spans too much."""
    names: dict[int, str] = {}
    errors: dict[int, Errors] = {}
    cells = 0
    for start, rows, columns, found in _sheets(stream, names):
        check_span(rows, columns)
        cells += rows * columns
        check_span(cells, 1)
        errors[start] = found
    return {names[start]: found for start, found in errors.items() if found and start in names}


def _records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    at, end = 0, len(stream) - 4
    unpack = struct.Struct("<HH").unpack_from
    while at <= end:
        kind, length = unpack(stream, at)
        yield at, kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _sheets(stream: bytes, names: dict[int, str]) -> Iterator[tuple[int, int, int, Errors]]:
    """Place in the stream, last row, last column and errors of each part; `names` is filled by
    place on the way.
    """
    start = rows = columns = 0
    errors: Errors = {}
    for at, kind, data in _records(stream):
        if kind in _CELLS and len(data) >= 6:
            row, column = struct.unpack_from("<HH", data)
            last = struct.unpack_from("<H", data, len(data) - 2)[0] if kind == _MANY else column
            rows, columns = max(rows, row + 1), max(columns, last + 1)
            if (code := _error_code(kind, data)) is not None:
                errors[row, column] = _WORDS.get(code, "错误值")
        elif kind == _PASSWORD:
            raise InputRefused(ENCRYPTED)
        elif kind == _SHEET:
            names[struct.unpack_from("<I", data)[0]] = _name(data)
        elif kind == _BOF:
            start, rows, columns, errors = at, 0, 0, {}
        elif kind == _EOF:
            yield start, rows, columns, errors
            rows, columns, errors = 0, 0, {}
    if rows:  # cut off before its end
        yield start, rows, columns, errors


def _error_code(kind: int, data: bytes) -> int | None:
    if kind == _BOOL_OR_ERROR and len(data) >= 8 and data[7]:
        return data[6]
    if kind == _FORMULA and data[12:14] == b"\xff\xff" and data[6] == 2:
        return data[8]
    return None


def _name(data: bytes) -> str:
    """The name of a sheet: its length, whether two bytes a letter, the letters."""
    length, wide = data[6], data[7] & 1
    return (
        data[8 : 8 + length * 2].decode("utf-16-le", "replace")
        if wide
        else data[8 : 8 + length].decode("latin-1")
    )
