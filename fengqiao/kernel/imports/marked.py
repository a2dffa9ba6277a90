"""A workbook that bears the mark of a state secret is given up before anything of it is shown."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from fengqiao.kernel.files.classified import LINES, refuse_marked
from fengqiao.lib.faults import InputRefused
from fengqiao.lib.workbook.sources import open_book


def refuse_marked_book(path: Path, name: str) -> None:
    """Raises Classified. A mark stands above the head of a sheet; what is no workbook is refused by
    who would read it."""
    try:
        book = open_book(path, name)
        texts = [_beginning(book.rows(title)) for title in book.names]
    except InputRefused:
        texts = []
    refuse_marked(name, *texts)


def _beginning(rows: Iterator[list[Any]]) -> str:
    first = islice(rows, LINES)
    return "\n".join(str(cell) for row in first for cell in row if cell)
