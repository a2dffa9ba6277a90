"""Writes workbooks in which every text stays a text: nothing that somebody typed runs as a
formula.
"""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any
from unicodedata import east_asian_width

from .cells import FIRST_YEAR, shown
from .text import storable

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DAY = {"num_format": "yyyy-mm-dd"}
TEXT = {"num_format": "@"}
HEAD = {"bold": True, "bg_color": "#F2F2F2", "text_wrap": True, "valign": "vcenter"}
LINE = 15.75  # points of one line of text
WRONG = {"bg_color": "#FDE2E0"}
MIDDLE = {"align": "center", "valign": "top"}
WRAPPED = {"text_wrap": True, "valign": "top"}
A4 = 9
_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@contextmanager
def writing(path: Path) -> Iterator[Any]:
    """A new XlsxWriter workbook at `path`, saved when the block ends; rows go straight to it,
    so they are written from the top down."""
    import xlsxwriter

    with xlsxwriter.Workbook(path, _OPTIONS | {"constant_memory": True}) as book:
        yield book


def on_paper(sheet: Any, head: int = 0) -> None:
    """The header stays in sight, and a print is as wide as the page, with lines between cells."""
    sheet.freeze_panes(head + 1, 0)
    sheet.repeat_rows(head)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4)
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(0)  # nowhere


def lines(text: str, width: float) -> int:
    """How many lines a text takes in a column; Excel does not find out by itself."""
    wide = sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
    return max(math.ceil(wide / (width - 1)), 1)


def put_text(sheet: Any, row: int, place: int, text: str, style: Any = None) -> None:
    """A text as a text, also where it begins with = + - or @."""
    sheet.write_string(row, place, storable(text), style)


def put(sheet: Any, row: int, place: int, cell: Any, style: Any, day_style: Any) -> None:
    """A cell as it was read: numbers and days as such, anything else as text."""
    if cell is None or cell == "":
        sheet.write_blank(row, place, None, style)
    elif isinstance(cell, bool):
        sheet.write_boolean(row, place, cell, style)
    elif isinstance(cell, int | float) and math.isfinite(cell):
        sheet.write_number(row, place, cell, style)
    elif isinstance(cell, date) and not isinstance(cell, datetime) and cell.year >= FIRST_YEAR:
        sheet.write_datetime(row, place, cell, day_style)
    else:
        put_text(sheet, row, place, cell if isinstance(cell, str) else shown(cell), style)
