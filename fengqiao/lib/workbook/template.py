"""The empty workbook of some sheets: headers with notes, and lists to choose from."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from fengqiao.lib.typography import typeset

from .cells import Choice, Day, Kind, Money, Number, Text, YesNo
from .layout import Column, Layout
from .write import DAY, HEAD, TEXT, on_paper, put_text, writing

LAST_ROW = 1_048_575
WIDEST, NARROWEST = 30, 12


def template(path: Path, layouts: Iterable[Layout]) -> None:
    """Writes a workbook with one empty sheet for each layout; required headers end in `*`."""
    with writing(path) as book:
        styles: dict[type, Any] = {
            kind: book.add_format(style) for kind, style in ((Text, TEXT), (Day, DAY))
        }
        head = book.add_format(HEAD)
        for layout in layouts:
            sheet = book.add_worksheet(layout.title)
            for place, column in enumerate(layout.columns):
                sheet.set_column(place, place, _width(column), styles.get(type(column.kind)))
                sheet.data_validation(1, place, LAST_ROW, place, _validation(column.kind))
                put_text(sheet, 0, place, _header(column), head)
                sheet.write_comment(0, place, note(layout, column), {"x_scale": 2})
            on_paper(sheet)


def _header(column: Column) -> str:
    return column.header + ("*" if column.required else "")


def _width(column: Column) -> int:
    words = column.kind.words if isinstance(column.kind, Choice) else ()
    longest = max(map(len, (_header(column), *words)))
    return min(max(2 * longest + 2, NARROWEST), WIDEST)


def note(layout: Layout, column: Column) -> str:
    """What a person should know who fills in the column."""
    lines = [layout.meaning] if column is layout.columns[0] else []
    lines += [column.meaning, column.kind.expected]
    lines.append("必填" if column.required else f"空白表示{column.blank or '不清楚'}")
    return typeset("\n".join(line for line in lines if line))


def _validation(kind: Kind) -> dict[str, Any]:
    """What Excel checks while somebody types; the reading checks all of it again."""
    message = {"error_title": "请检查", "error_message": kind.expected[:255]}
    if isinstance(kind, Choice | YesNo):
        words = list(kind.words) if isinstance(kind, Choice) else ["是", "否"]
        return {"validate": "list", "source": words} | message
    if isinstance(kind, Number):
        what = "integer" if kind.whole else "decimal"
        bounds = {"criteria": "between", "minimum": kind.least, "maximum": kind.most}
        return {"validate": what} | bounds | message
    if isinstance(kind, Money):
        bounds = {"criteria": "between", "minimum": 0, "maximum": kind.most}
        return {"validate": "decimal"} | bounds | message
    return {"validate": "any"}
