"""One table on one sheet: numbers as numbers, header frozen, rows as high as their text."""

from typing import TYPE_CHECKING, Any

from fengqiao.lib.workbook.write import LINE, lines

from .tables import Cell, Rate, Table, printed
from .wording import rounded

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LONGEST = 32767  # characters that a cell of Excel can hold
A_MILLIMETRE = 0.55  # of a column's width on paper, in Excel's characters

Formats = dict[str, Any]


def write_table(sheet: "Worksheet", formats: Formats, table: Table) -> None:
    """The header is repeated on paper and can be filtered by."""
    widths = _widths(table)
    for place, (title, width) in enumerate(zip(table.titles, widths, strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, title, formats["head"])
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(widths) - 1)
    looks = [formats[column.align] for column in table.columns]
    for at, row in enumerate(table.rows, start=1):
        sheet.set_row(at, LINE * max(map(_lines, row, widths)))
        for place, cell in enumerate(row):
            _cell(sheet, at, place, cell, looks[place], formats["rate"])


def _widths(table: Table) -> list[float]:
    return [
        max(column.width * A_MILLIMETRE, 2.2 * len(title) + 3)
        for column, title in zip(table.columns, table.titles, strict=True)
    ]


def _lines(cell: Cell, width: float) -> int:
    return 1 if isinstance(cell, Rate | int | float) else lines(printed(cell), width)


def _cell(sheet: "Worksheet", at: int, place: int, cell: Cell, look: Any, rate: Any) -> None:
    if isinstance(cell, Rate):
        sheet.write_number(at, place, float(rounded(cell.share, cell.against)), rate)
    elif isinstance(cell, int | float):
        sheet.write_number(at, place, cell, look)
    else:
        sheet.write_string(at, place, printed(cell)[:LONGEST], look)
