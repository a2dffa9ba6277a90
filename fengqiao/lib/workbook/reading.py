"""Turns the rows of a sheet into typed columns and lists all that is wrong with them.

Rows come in pieces and go through column by column: each distinct cell is read once, a run of
plain numbers at one blow. So a sheet of a hundred thousand rows costs little more than opening
it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from operator import itemgetter
from typing import Any

from fengqiao.lib.faults import Fault

from . import limits
from .cells import UNCALCULATED, Bad, CellError, Kind, Number
from .headers import find_header
from .layout import Column, Layout

PIECE = 4096
MEMORY = 20_000  # distinct cells of a column that are remembered


@dataclass(slots=True)
class Sheet:
    """The typed rows of one sheet, column by column; None is a blank cell.

    `columns` holds those that the file has; `rows` the number of each row in the file, from 1.
    """

    layout: Layout
    title: str
    rows: list[int] = field(default_factory=list)
    columns: dict[str, list[Any]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.rows)

    def column(self, name: str) -> list[Any]:
        """The values of a column, all None where the file has no such column."""
        return self.columns.get(name) or [None] * len(self.rows)

    def records(self) -> Iterator[dict[str, Any]]:
        """Row after row, by the identifiers of the columns that the file has."""
        names = list(self.columns)
        values = zip(*self.columns.values(), strict=True)
        return (dict(zip(names, row, strict=True)) for row in values)

    def without(self, rows: set[int]) -> "Sheet":
        """The same without some rows of the file."""
        kept = [at for at, row in enumerate(self.rows) if row not in rows]
        columns = {name: [values[at] for at in kept] for name, values in self.columns.items()}
        return Sheet(self.layout, self.title, [self.rows[at] for at in kept], columns)


@dataclass(slots=True)
class Reading:
    """A sheet as read: `blocking` faults are of the whole sheet, `faults` of single rows."""

    sheet: Sheet
    blocking: list[Fault] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)


def read_sheet(layout: Layout, title: str, rows: Iterable[list[Any]]) -> Reading:
    """Reads one sheet to its end; nothing stops at the first fault."""
    remaining = iter(rows)
    head = list(islice(remaining, limits.HEADER_ROWS))
    header = find_header(layout, title, head)
    reading = Reading(Sheet(layout, title), header.faults, [], header.warnings)
    readers = [
        _ColumnReader(title, column, header.places[column.name]) for column in header.columns
    ]
    if readers:
        _read_rows(reading, readers, header.row, chain(head[header.row :], remaining))
    return reading


def _read_rows(
    reading: Reading, readers: "list[_ColumnReader]", header_row: int, rows: Iterator[list[Any]]
) -> None:
    number = header_row + 1
    width = 1 + max(reader.place for reader in readers)
    while piece := list(islice(rows, PIECE)):
        if min(map(len, piece)) < width:
            piece = [row + [None] * (width - len(row)) for row in piece]
        values = [reader.take(piece) for reader in readers]
        numbers = list(range(number, number + len(piece)))
        number += len(piece)
        values, numbers = _without_empty(values, numbers)
        reading.sheet.rows += numbers
        for reader, cells in zip(readers, values, strict=True):
            reading.faults += reader.keep(cells, numbers)
    reading.faults.sort(key=lambda fault: fault.row)  # stable: columns stay in the layout's order
    reading.sheet.columns = {reader.column.name: reader.values for reader in readers}


def _without_empty(values: list[list[Any]], rows: list[int]) -> tuple[list[list[Any]], list[int]]:
    """A row in which no column of ours holds anything is no row."""
    if None not in values[0]:
        return values, rows
    empty = {
        at for at, cells in enumerate(zip(*values, strict=True)) if cells.count(None) == len(cells)
    }
    if not empty:
        return values, rows
    kept = [at for at in range(len(rows)) if at not in empty]
    return [[cells[at] for at in kept] for cells in values], [rows[at] for at in kept]


class _Meanings(dict[Any, Any]):
    """What each distinct cell of a column means; read when it is first met."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self.kind = kind
        self.bad = False

    def __missing__(self, cell: Any) -> Any:
        value = self[cell] = self._parse(cell)
        self.bad = self.bad or isinstance(value, Bad)
        return value

    def _parse(self, cell: Any) -> Any:
        if cell is None or cell == "":
            return None
        if cell == UNCALCULATED:
            return Bad("", f"{UNCALCULATED.text},请用Excel或WPS打开文件,保存后再用")
        if isinstance(cell, CellError):
            return Bad(cell.text, f"公式出错,{self.kind.expected}")
        return self.kind.parse(cell)


class _ColumnReader:
    """Reads the cells of one column and keeps their values."""

    def __init__(self, title: str, column: Column, place: int) -> None:
        self.title, self.column, self.place = title, column, place
        self.meanings = _Meanings(column.kind)
        self.values: list[Any] = []

    def take(self, piece: Sequence[list[Any]]) -> list[Any]:
        """The values of the column in a piece of rows; what cannot be read is a `Bad`."""
        cells: list[Any] = list(map(itemgetter(self.place), piece))
        types = set(map(type, cells))
        if types == {float} and isinstance(self.column.kind, Number):
            numbers = self.column.kind.parse_floats(cells)
            if numbers is not None:
                return numbers
        if bool in types:  # True and 1 are one key of a dict
            cells = [str(cell).upper() if isinstance(cell, bool) else cell for cell in cells]
        if len(self.meanings) > MEMORY:
            self.meanings.clear()
        return list(map(self.meanings.__getitem__, cells))

    def keep(self, cells: list[Any], rows: list[int]) -> Iterator[Fault]:
        """Adds the values; yields a fault for each that is bad or must not be blank."""
        if self.column.required and None in cells:
            blank = Bad("", f"不能为空,{self.column.kind.expected}")
            cells = [blank if cell is None else cell for cell in cells]
            self.meanings.bad = True
        if self.meanings.bad:
            for at, cell in enumerate(cells):
                if isinstance(cell, Bad):
                    header = self.column.header
                    yield Fault(self.title, rows[at], header, cell.found, cell.expected)
                    cells[at] = None
        self.values += cells
