"""One table on one sheet: numbers as numbers, header frozen, rows as high as their text."""

from typing import TYPE_CHECKING, Any

from fengqiao.lib.workbook.write import LINE, lines

from .tables import Cell, Goal, Rate, Table, printed
from .wording import rounded

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LONGEST = 32767  # characters that a cell of Excel can hold
A_MILLIMETRE = 0.55  # of a column's width on paper, in Excel's characters

NUMERIC = (int, float, Rate, Goal)

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
    numeric = [_is_numeric(place, table) for place in range(len(widths))]
    for at, row in enumerate(table.rows, start=1):
        sheet.set_row(at, LINE * max(map(_lines, row, widths)))
        for place, cell in enumerate(row):
            if cell is None and numeric[place]:
                sheet.write_blank(at, place, None, looks[place])
            else:
                _cell(sheet, at, place, cell, looks[place], formats)


def _widths(table: Table) -> list[float]:
    return [
        max(column.width * A_MILLIMETRE, 2.2 * len(title) + 3)
        for column, title in zip(table.columns, table.titles, strict=True)
    ]


def _lines(cell: Cell, width: float) -> int:
    return 1 if isinstance(cell, NUMERIC) else lines(printed(cell), width)


def _is_numeric(place: int, table: Table) -> bool:
    """Whether the column holds numbers: what is not known is blank there, so that Excel can add up."""
    return any(isinstance(row[place], NUMERIC) for row in table.rows)


def _cell(sheet: "Worksheet", at: int, place: int, cell: Cell, look: Any, formats: Formats) -> None:
    if isinstance(cell, NUMERIC):
        sheet.write_number(at, place, *_number(cell, formats))
    else:
        sheet.write_string(at, place, printed(cell)[:LONGEST], look)


def _number(cell: Rate | Goal | float, formats: Formats) -> tuple[float, Any]:
    """The number, and the format that shows all of it."""
    if isinstance(cell, Rate):
        return float(rounded(cell.share, cell.against)), formats["rate"]
    if isinstance(cell, Goal):
        whole = (cell.share * 100).denominator == 1
        return float(cell.share), formats["goal" if whole else "finer goal"]
    return cell, formats["count" if cell == int(cell) else "measure"]
