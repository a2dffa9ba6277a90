"""Finds the header of a sheet and says which column stands where."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from fengqiao.lib.faults import Fault

from .cells import shown
from .layout import Column, Layout
from .text import header_key


@dataclass(slots=True)
class Header:
    """The header row (from 1, 0 where there is none) and the place of each known column."""

    row: int = 0
    places: dict[str, int] = field(default_factory=dict)
    columns: list[Column] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)


def find_header(layout: Layout, title: str, head: list[list[Any]]) -> Header:
    """The header among the first rows: the first row with all that is required, else the one with
    most known headers.
    """
    known = {header_key(column.header): column for column in layout.columns}
    required = {key for key, column in known.items() if column.required}
    rows = [[_key(cell) for cell in row] for row in head]
    best = next((row for row in rows if required and required <= set(row)), None)
    if best is None:
        best = max(rows, key=lambda row: len(known.keys() & set(row)), default=[])
    if not known.keys() & set(best):
        return Header(faults=[Fault(title, 0, "", "", f"前{max(len(rows), 1)}行内找不到表头")])
    header = Header(row=rows.index(best) + 1)
    _place(header, title, known, best)
    header.faults += _missing(layout, title, header)
    return header


def _key(cell: Any) -> str:
    return header_key(shown(cell)) if cell is not None else ""


def _place(header: Header, title: str, known: dict[str, Column], keys: list[str]) -> None:
    if header.row > 1:
        header.warnings.append(
            Fault(title, header.row, "", "", f"表头不在第1行,按第{header.row}行读取")
        )
    for key, times in Counter(filter(None, keys)).items():
        if key not in known:
            header.warnings.append(Fault(title, header.row, key, "", "不认识的列,未读取"))
        elif times > 1:
            expected = f"同一表头出现{times}次,只能有一列"
            header.faults.append(Fault(title, header.row, known[key].header, "", expected))
    for key, column in known.items():
        if key in keys:
            header.places[column.name] = keys.index(key)
            header.columns.append(column)


def _missing(layout: Layout, title: str, header: Header) -> list[Fault]:
    return [
        Fault(title, 0, column.header, "", "缺少必填的列")
        for column in layout.columns
        if column.required and column.name not in header.places
    ]
