"""The report as a workbook: the same tables with numbers as numbers, to filter and reckon with."""

from collections.abc import Callable
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import columns, sentences, summary, workbook_charts
from .content import Report
from .tables import Cell, Rate, Table, fill, printed
from .wording import rounded, said

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

FONT = "宋体"
BASE = {"font_name": FONT, "font_size": 10.5, "valign": "vcenter"}
GRID = {**BASE, "border": 1, "border_color": "#9aa1ab", "text_wrap": True}
STYLES: dict[str, dict[str, Any]] = {
    "title": {**BASE, "font_size": 16, "bold": True},
    "text": {**BASE, "text_wrap": True, "valign": "top"},
    "head": {**GRID, "bold": True, "bg_color": "#eef0f3", "align": "center"},
    "left": {**GRID, "align": "left"},
    "center": {**GRID, "align": "center"},
    "right": {**GRID, "align": "right"},
    "rate": {**GRID, "align": "center", "num_format": "0.0%"},
}
A4 = 9
TEXT_WIDTH = 100
LONGEST = 32767  # characters that a cell of Excel can hold
MILLIMETRES = 0.55  # of a column's width on paper to Excel's characters

Formats = dict[str, Any]


def write(report: Report, path: Path) -> None:
    """Every sheet; a text that begins with = + - @ stays text."""
    from xlsxwriter import Workbook

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(path, options) as book:
        formats = {name: book.add_format(look) for name, look in STYLES.items()}
        _describe(book, report)
        for name, write_sheet in SHEETS:
            write_sheet(book, _sheet(book, said(name)), formats, report)
        if report.left_out:
            sheet = _sheet(book, "未采用的行")
            _table(sheet, formats, fill(columns.LEFT_OUT, report.left_out))


def _describe(book: "Workbook", report: Report) -> None:
    made = datetime.combine(report.judgement.as_of, time())
    about = {"title": said(report.title), "author": report.heading.issuer, "created": made}
    book.set_properties(about)


def _sheet(book: "Workbook", name: str) -> "Worksheet":
    """A sheet that prints on A4 across, its width on one page, with page numbers."""
    sheet = book.add_worksheet(name)
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.set_header(f"&L{name}")
    sheet.set_footer("&C— &P —")
    return sheet


def _about(book: "Workbook", sheet: "Worksheet", formats: Formats, report: Report) -> None:
    judgement = report.judgement
    sheet.set_column(0, 0, TEXT_WIDTH)
    sheet.hide_gridlines(2)
    sheet.set_portrait()
    sheet.write_string(0, 0, said(report.title), formats["title"])
    texts = [
        sentences.scope(judgement),
        sentences.outcome(judgement),
        sentences.sizes(judgement),
        sentences.goals(judgement),
        sentences.COUNTS_AS_UNMET,
        sentences.basis(judgement),
        *sentences.readings(judgement),
    ]
    for row, text in enumerate(texts, start=2):
        sheet.write_string(row, 0, said(text), formats["text"])
    sheet.set_row(0, 28)


def _districts(book: "Workbook", sheet: "Worksheet", formats: Formats, report: Report) -> None:
    judgement = report.judgement
    _table(sheet, formats, fill(columns.DISTRICTS, judgement.districts))
    beside = len(columns.DISTRICTS) + 1
    workbook_charts.add_rates(book, sheet, formats, judgement, beside)


def _offices(book: "Workbook", sheet: "Worksheet", formats: Formats, report: Report) -> None:
    _table(sheet, formats, fill(columns.OFFICES, report.judgement.offices))


def _results(book: "Workbook", sheet: "Worksheet", formats: Formats, report: Report) -> None:
    _table(sheet, formats, columns.results(report.judgement))


def _reasons(book: "Workbook", sheet: "Worksheet", formats: Formats, report: Report) -> None:
    table = columns.lacked(report.judgement, report.lacked)
    _table(sheet, formats, table)
    if table.rows:
        workbook_charts.add_reasons(book, sheet, table)


def _wanted(book: "Workbook", sheet: "Worksheet", formats: Formats, report: Report) -> None:
    _table(sheet, formats, columns.ranked(columns.UNKNOWN, report.unknown))


def _nearest(book: "Workbook", sheet: "Worksheet", formats: Formats, report: Report) -> None:
    offices = summary.nearest(report.judgement, limit=len(report.judgement.offices))
    _table(sheet, formats, columns.ranked(columns.NEAREST, offices))


SHEETS: tuple[tuple[str, Callable[["Workbook", "Worksheet", Formats, Report], None]], ...] = (
    ("说明", _about),
    ("各市(区)达标情况", _districts),
    ("司法所", _offices),
    ("逐项结果", _results),
    ("未达标原因", _reasons),
    ("待补充资料", _wanted),
    ("距达标远近", _nearest),
)


def _table(sheet: "Worksheet", formats: Formats, table: Table) -> None:
    """Header frozen, repeated on paper and filterable; widths from the columns' own."""
    last = len(table.columns) - 1
    for place, (column, title) in enumerate(zip(table.columns, table.titles, strict=True)):
        sheet.set_column(place, place, max(column.width * MILLIMETRES, 2.2 * len(title) + 3))
        sheet.write_string(0, place, title, formats["head"])
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, max(len(table.rows), 1), last)
    looks = [formats[column.align] for column in table.columns]
    for at, row in enumerate(table.rows, start=1):
        for place, cell in enumerate(row):
            _cell(sheet, at, place, cell, looks[place], formats["rate"])


def _cell(sheet: "Worksheet", at: int, place: int, cell: Cell, look: Any, rate: Any) -> None:
    if isinstance(cell, Rate):
        sheet.write_number(at, place, float(rounded(cell.share, cell.against)), rate)
    elif isinstance(cell, int | float):
        sheet.write_number(at, place, cell, look)
    else:
        sheet.write_string(at, place, printed(cell)[:LONGEST], look)
