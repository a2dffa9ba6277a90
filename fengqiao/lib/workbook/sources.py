"""Opens a file or a folder as a book of sheets, whatever its format; the content decides, not the
name.
"""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from fengqiao.lib.faults import InputRefused
from fengqiao.lib.oserrors import reason_of

from . import limits
from .cells import UNCALCULATED, CellError
from .csvfolder import CsvFolder
from .guard import ole, zipped
from .guard.scan import DAMAGED, ENCRYPTED, NO_WORKBOOK, Errors

ZIP_MARK = b"PK\x03\x04"
OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Book(Protocol):
    """Sheets by name, in the order of the file."""

    @property
    def names(self) -> list[str]: ...

    def rows(self, name: str) -> Iterator[list[Any]]:
        """Every row of the file from the first on, also the empty ones; cells as `cells` says."""


def open_book(path: Path, called: str = "") -> Book:
    """The book at `path`; `InputRefused` with one sentence where there is none that can be read.

    `called` is how the reader knows the file, where it is stored under another name.
    """
    mark = refuse_unreadable(path, called)
    try:
        return _open_file(path, mark) if mark else CsvFolder.open(path)
    except OSError as failure:
        raise _unreadable(called or str(path), failure) from failure


def refuse_unreadable(path: Path, called: str = "") -> bytes:
    """The first bytes of a file, none of a folder; `InputRefused` where neither can be read."""
    called = called or str(path)
    try:
        if path.is_dir():
            next(path.iterdir(), None)
            return b""
        if not path.exists():
            raise InputRefused(f"文件不存在:{called}")
        if not path.is_file():
            raise InputRefused(f"不是普通文件:{called}")
        size = path.stat().st_size
        if size == 0:
            raise InputRefused(f"文件是空的:{called}")
        if size > limits.FILE_BYTES:
            raise InputRefused(f"文件过大(超过{limits.FILE_BYTES // limits.MIB}MB):{called}")
        with path.open("rb") as file:
            return file.read(8)
    except OSError as failure:
        raise _unreadable(called, failure) from failure


def _unreadable(called: str, failure: OSError) -> InputRefused:
    return InputRefused(f"文件无法读取:{called}({reason_of(failure) or '读取出错'})")


def _open_file(path: Path, mark: bytes) -> Book:
    if mark.startswith(ZIP_MARK):
        return Workbook.open(path, zipped.scan(path))
    if mark == OLE_MARK:
        return Workbook.open(path, ole.scan(path))
    if path.suffix.lower() == ".csv":
        raise InputRefused("CSV文件请按工作表名称命名,放在一个文件夹里,再指定该文件夹")
    raise InputRefused(NO_WORKBOOK)


@dataclass(slots=True)
class Workbook:
    """A workbook through python-calamine, with the error values that it does not show."""

    book: Any
    errors: dict[str, Errors]

    @classmethod
    def open(cls, path: Path, errors: dict[str, Errors]) -> "Workbook":
        from python_calamine import load_workbook

        with _contained(), path.open("rb") as file:
            return cls(load_workbook(file), errors)

    @property
    def names(self) -> list[str]:
        return list(self.book.sheet_names)

    def rows(self, name: str) -> Iterator[list[Any]]:
        with _contained():
            sheet = self.book.get_sheet_by_name(name)
            start = sheet.start
        if start is None:
            return
        rows = sheet.iter_rows()
        if name not in self.errors:
            yield from rows
            return
        errors = _by_row(self.errors[name], first_column=start[1])
        for number, row in enumerate(_to_last_formula(rows, self.errors[name])):
            for column, text in errors.get(number, ()):
                if column >= 0:
                    row += [None] * (column + 1 - len(row))
                    row[column] = CellError(text)
            yield row


def _to_last_formula(rows: Iterator[list[Any]], errors: Errors) -> Iterator[list[Any]]:
    """The reader below us ends with the last value; a formula without one may stand further down.
    (Such cells were counted when the span of the sheet was checked.)
    """
    given = 0
    for row in rows:
        yield row
        given += 1
    ends = (row for (row, _), text in errors.items() if text == UNCALCULATED.text)
    for _row in range(given, 1 + max(ends, default=-1)):
        yield []


def _by_row(errors: Errors, first_column: int) -> dict[int, list[tuple[int, str]]]:
    """Rows are given from the first row of the file, but from the first column that holds
    anything.
    """
    rows: dict[int, list[tuple[int, str]]] = {}
    for (row, column), text in errors.items():
        rows.setdefault(row, []).append((column - first_column, text))
    return rows


@contextlib.contextmanager
def _contained() -> Iterator[None]:
    """Whatever goes wrong below (calamine says it in errors of its own, or panics) is one
    sentence here.
    """
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except PasswordError as locked:
        raise InputRefused(ENCRYPTED) from locked
    except (CalamineError, ValueError, OverflowError, MemoryError) as broken:
        raise InputRefused(DAMAGED) from broken
    except BaseException as failure:
        if type(failure).__name__ != "PanicException":  # a panic is no Exception
            raise
        raise InputRefused(DAMAGED) from failure
