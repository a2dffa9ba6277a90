"""The report as a workbook: the same tables with numbers as numbers, to filter and reckon with."""

from collections.abc import Callable
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fengqiao.lib.workbook.write import LINE, lines

from . import columns, sentences, summary, workbook_charts
from .content import Report
from .tables import Table, fill
from .wording import said
from .workbook_table import Formats, write_table

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
    "goal": {**GRID, "align": "center", "num_format": "0%"},
    "finer goal": {**GRID, "align": "center", "num_format": "0.0%"},
    "count": {**GRID, "align": "center", "num_format": "0"},
    "measure": {**GRID, "align": "center", "num_format": "0.0#"},
}
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
A4 = 9
ROWS_A_SHEET = 1_000_000
OF_TARGETS = (sentences.sizes, sentences.goals)
TEXT_WIDTH = 76  # characters of a column


def write(report: Report, path: Path) -> None:
    """Every sheet, row after row; a text that begins with = + - @ stays text."""
    from xlsxwriter import Workbook

    with Workbook(path, OPTIONS) as book:
        formats = {name: book.add_format(look) for name, look in STYLES.items()}
        _describe(book, report)
        _write_about(_sheet(book, "说明"), formats, report)
        for name, make in TABLES:
            _write_tables(book, report.own(name), report.named(make(report)), formats)
        if report.left_out:
            _write_tables(book, "未采用的行", fill(columns.LEFT_OUT, report.left_out), formats)
        if report.judgement.districts:
            workbook_charts.write(book, _sheet(book, "图表"), formats, report, REASONS)


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


def _write_about(sheet: "Worksheet", formats: Formats, report: Report) -> None:
    judgement = report.judgement
    sheet.set_column(0, 0, TEXT_WIDTH)
    sheet.hide_gridlines(2)
    sheet.set_portrait()
    texts = [
        sentences.scope(judgement),
        sentences.outcome(judgement),
        *(about(judgement) for about in OF_TARGETS if judgement.districts),
        sentences.counting(judgement),
        sentences.basis(judgement),
        *sentences.readings(judgement),
        *filter(None, [report.heading.taken]),
    ]
    sheet.set_row(0, 2 * LINE)
    sheet.write_string(0, 0, said(report.title), formats["title"])
    for row, text in enumerate(map(said, texts), start=2):
        sheet.set_row(row, LINE * lines(text, TEXT_WIDTH))
        sheet.write_string(row, 0, text, formats["text"])


def _write_tables(book: "Workbook", name: str, table: Table, formats: Formats) -> None:
    """One sheet, or several where Excel's rows do not suffice."""
    for at in range(0, max(len(table.rows), 1), ROWS_A_SHEET):
        number = f" {at // ROWS_A_SHEET + 1}" if at else ""
        part = Table(table.columns, table.rows[at : at + ROWS_A_SHEET])
        write_table(_sheet(book, said(name) + number), formats, part)


def _districts(report: Report) -> Table:
    return fill(columns.DISTRICTS, summary.district_rows(report.judgement))


def _offices(report: Report) -> Table:
    return columns.offices(report.judgement)


def _results(report: Report) -> Table:
    return columns.results(report.judgement)


def _reasons(report: Report) -> Table:
    return columns.lacked(report.judgement, report.lacked)


def _wanted(report: Report) -> Table:
    return columns.ranked(columns.UNKNOWN, report.unknown)


def _nearest(report: Report) -> Table:
    offices = summary.nearest(report.judgement, limit=len(report.judgement.offices))
    return columns.ranked(columns.NEAREST, offices)


REASONS = "未达标原因"
TABLES: tuple[tuple[str, Callable[[Report], Table]], ...] = (
    ("各市(区)达标情况", _districts),
    ("司法所", _offices),
    ("逐项结果", _results),
    (REASONS, _reasons),
    ("待补充资料", _wanted),
    ("距达标远近", _nearest),
)
