"""The faulty rows of a file as a workbook with remarks, for the person who has to mend them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path
from typing import Any

from fengqiao.lib.faults import Fault
from fengqiao.lib.typography import typeset

from . import limits
from .headers import find_header
from .layout import Layout
from .sources import open_book
from .text import header_key
from .write import DAY, HEAD, MIDDLE, WRAPPED, WRONG, on_paper, put, put_text, writing

LIST_TITLE = "问题清单"
LIST_HEADERS = ("工作表", "行", "列", "现有内容", "要求")
LIST_WIDTHS = (14, 8, 18, 30, 50)
ROW_HEADER, REMARKS = "原行号", "备注"


def faulty_rows(
    path: Path, *, source: Path, layouts: Iterable[Layout], faults: Iterable[Fault]
) -> None:
    """Writes all faults as a list, then each sheet's faulty rows as they stand in `source`.

    Behind the row's own cells follow its number in the file and what is wrong; the cells meant
    are marked.
    """
    faults = list(faults)
    by_sheet: dict[str, dict[int, list[Fault]]] = defaultdict(lambda: defaultdict(list))
    for fault in faults:
        by_sheet[header_key(fault.sheet)][fault.row].append(fault)
    book = open_book(source)
    with writing(path) as target:
        styles = _Styles(target)
        _list(target, styles, faults)
        for layout in layouts:
            name = next((n for n in book.names if header_key(n) == header_key(layout.title)), None)
            wrong = by_sheet.get(header_key(layout.title))
            if name is not None and wrong:
                _sheet(target, styles, layout, book.rows(name), wrong)


def looks_mended(warnings: Iterable[Fault]) -> bool:
    """Whether a file that was read came out of here: only part of the rows, with our own column or
    list."""
    return any(known.column == ROW_HEADER or known.sheet == LIST_TITLE for known in warnings)


class _Styles:
    def __init__(self, target: Any) -> None:
        self.head = target.add_format(HEAD)
        self.plain = (None, target.add_format(DAY))
        self.wrong = (target.add_format(WRONG), target.add_format(WRONG | DAY))
        self.number, self.remark = target.add_format(MIDDLE), target.add_format(WRAPPED)


def _list(target: Any, styles: _Styles, faults: list[Fault]) -> None:
    sheet = target.add_worksheet(LIST_TITLE)
    for place, (header, width) in enumerate(zip(LIST_HEADERS, LIST_WIDTHS, strict=True)):
        sheet.set_column(place, place, width)
        put_text(sheet, 0, place, header, styles.head)
    on_paper(sheet)
    for row, fault in enumerate(faults, 1):
        expected = typeset(fault.expected)
        cells = (fault.sheet, fault.row or None, fault.column, fault.found, expected)
        for place, cell in enumerate(cells):
            style = styles.number if isinstance(cell, int) else styles.remark
            put(sheet, row, place, cell, style, None)


def _sheet(
    target: Any,
    styles: _Styles,
    layout: Layout,
    rows: Iterator[list[Any]],
    wrong: Mapping[int, list[Fault]],
) -> None:
    """One sheet: the header of the file with two columns more, and the rows that have faults."""
    head = list(islice(rows, limits.HEADER_ROWS))
    at = find_header(layout, layout.title, head).row
    if not at or not any(row > at for row in wrong):
        return
    sheet = target.add_worksheet(layout.title)
    headers = [*head[at - 1], ROW_HEADER, REMARKS]
    for place, header in enumerate(headers):
        put(sheet, 0, place, header, styles.head, styles.head)
    sheet.set_column(0, len(headers) - 2, 13)
    sheet.set_column(len(headers) - 1, len(headers) - 1, 60)
    on_paper(sheet)
    keys = [header_key(str(header)) for header in headers[:-2]]
    target_row = 0
    for number, cells in enumerate(chain(head[at:], rows), at + 1):
        if number in wrong:
            target_row += 1
            _row(sheet, styles, target_row, _padded(cells, len(keys)), keys, number, wrong[number])


def _padded(cells: list[Any], width: int) -> list[Any]:
    return (cells + [None] * width)[:width]


def _row(
    sheet: Any,
    styles: _Styles,
    row: int,
    cells: list[Any],
    keys: list[str],
    number: int,
    faults: list[Fault],
) -> None:
    meant = {header_key(fault.column) for fault in faults}
    for place, (cell, key) in enumerate(zip(cells, keys, strict=True)):
        put(sheet, row, place, cell, *(styles.wrong if key in meant else styles.plain))
    put(sheet, row, len(cells), number, styles.number, None)
    remarks = "\uff1b".join(f"{fault.column}{fault.sentence}" for fault in faults)
    put_text(sheet, row, len(cells) + 1, remarks, styles.remark)
