"""The monthly return as a workbook: one sheet as it is printed and sealed, numbers as numbers."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from fengqiao.lib.typography import typeset
from fengqiao.lib.workbook.write import A4, LINE, lines, put_text, writing
from fengqiao.oversight.reports.monthly.lines import HEADS, Line, notes, title
from fengqiao.oversight.reports.monthly.lines import lines as lines_of
from fengqiao.oversight.reports.monthly.model import Return

XIAOBIAOSONG, FANGSONG, HEI = "方正小标宋简体", "仿宋_GB2312", "黑体"
WIDTHS = (6, 16, 17, 10, 7, 10, 32)  # characters
GRID = {"font_name": FANGSONG, "font_size": 11, "border": 1, "valign": "vcenter"}
STYLES: dict[str, dict[str, Any]] = {
    "title": {"font_name": XIAOBIAOSONG, "font_size": 20, "align": "center", "valign": "vcenter"},
    "about": {"font_name": FANGSONG, "font_size": 11, "valign": "vcenter"},
    "note": {"font_name": FANGSONG, "font_size": 10, "text_wrap": True, "valign": "top"},
    "head": GRID | {"font_name": HEI, "align": "center", "text_wrap": True},
    "center": GRID | {"align": "center"},
    "left": GRID | {"text_wrap": True},
    "count": GRID | {"align": "center", "num_format": "0"},
    "rate": GRID | {"align": "center", "num_format": "0.0"},
    "amount": GRID | {"align": "center", "num_format": "0.00"},
}
NUMBER, RATE, NOTE = 3, 5, 6  # columns


def write(made: Return, path: Path, taken: Sequence[str] = ()) -> None:
    """`taken`: the lines that say under which number it left the system."""
    with writing(path) as book:
        formats = {name: book.add_format(look) for name, look in STYLES.items()}
        sheet = book.add_worksheet("月报表")
        _paper(sheet)
        _head(sheet, made, formats)
        at = 4
        for line in lines_of(made):
            _line(sheet, at, line, formats)
            at += 1
        for text in [*notes(made), *taken]:
            at += 1
            sheet.set_row(at, LINE * lines(text, sum(WIDTHS)))
            sheet.merge_range(at, 0, at, len(WIDTHS) - 1, typeset(text), formats["note"])
        put_text(sheet, at + 2, 0, typeset("填报单位(盖章):"), formats["about"])
        put_text(sheet, at + 2, 3, typeset("负责人:"), formats["about"])
        put_text(sheet, at + 2, 6, typeset("填报人:"), formats["about"])


def _paper(sheet: Any) -> None:
    """Upright on A4, its width on one page."""
    sheet.set_paper(A4)
    sheet.set_margins(left=0.7, right=0.7, top=0.9, bottom=0.8)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
    sheet.set_footer("&C— &P —")
    for place, width in enumerate(WIDTHS):
        sheet.set_column(place, place, width)


def _head(sheet: Any, made: Return, formats: dict[str, Any]) -> None:
    sheet.set_row(0, 36)
    sheet.merge_range(0, 0, 0, len(WIDTHS) - 1, title(made), formats["title"])
    put_text(sheet, 2, 0, typeset(f"区划代码:{made.place.code}"), formats["about"])
    put_text(sheet, 2, NOTE, typeset(f"月份:{made.month.said}"), formats["about"])
    sheet.set_row(3, 1.4 * LINE)
    for place, head in enumerate(HEADS):
        put_text(sheet, 3, place, typeset(head), formats["head"])
    sheet.repeat_rows(3)


def _line(sheet: Any, at: int, line: Line, formats: dict[str, Any]) -> None:
    decimals = line.number[1] if line.number else 0
    looks = {NUMBER: "amount" if decimals else "count", RATE: "rate", NOTE: "left"}
    sheet.set_row(at, 1.25 * LINE * lines(line.note, WIDTHS[NOTE]))
    for place, cell in enumerate(line.cells):
        if isinstance(cell, str):
            style = formats["left" if place == NOTE else "center"]
            put_text(sheet, at, place, typeset(cell), style)
        else:
            sheet.write_number(at, place, cell, formats[looks.get(place, "count")])
