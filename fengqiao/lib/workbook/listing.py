"""A list as a workbook: above it what it is and what it was chosen by, then its rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from .write import DAY, HEAD, LINE, MIDDLE, TEXT, WRAPPED, lines, on_paper, put, put_text, writing

SHEET_NAME = 31  # characters that Excel allows


@dataclass(frozen=True, slots=True)
class Listing:
    """`notes` are lines under the title; a column is its header and its width in characters; of
    the cells a `Fraction` is a rate."""

    title: str
    notes: Sequence[str]
    columns: Sequence[tuple[str, float]]
    rows: Iterable[Sequence[Any]]


def write(path: Path, listing: Listing) -> None:
    """One sheet that can be filtered by its header and is printed across A4."""
    with writing(path) as book:
        sheet = book.add_worksheet(
            "".join(c for c in listing.title if c not in "[]:*?/\\'")[:SHEET_NAME]
        )
        put_text(sheet, 0, 0, listing.title, book.add_format({"bold": True, "font_size": 14}))
        for at, note in enumerate(listing.notes, start=1):
            put_text(sheet, at, 0, note)
        head = len(listing.notes) + 2
        on_paper(sheet, head)
        sheet.set_footer("&C&P / &N")
        style = book.add_format(HEAD)
        for place, (header, width) in enumerate(listing.columns):
            sheet.set_column(place, place, width)
            put_text(sheet, head, place, header, style)
        last = _rows(book, sheet, head + 1, listing)
        sheet.autofilter(head, 0, last, len(listing.columns) - 1)


def _rows(book: Any, sheet: Any, first: int, listing: Listing) -> int:
    text = book.add_format(WRAPPED | TEXT)
    plain, day = book.add_format(MIDDLE), book.add_format(MIDDLE | DAY)
    rate = book.add_format(MIDDLE | {"num_format": "0.0%"})
    widths = [width for _header, width in listing.columns]
    at = first - 1
    for at, row in enumerate(listing.rows, start=first):
        texts = (
            (cell, width) for cell, width in zip(row, widths, strict=False) if isinstance(cell, str)
        )
        sheet.set_row(at, LINE * max((lines(*one) for one in texts), default=1))
        for place, cell in enumerate(row):
            if isinstance(cell, Fraction):
                sheet.write_number(at, place, float(cell), rate)
            else:
                put(sheet, at, place, cell, text if isinstance(cell, str) else plain, day)
    return at
