"""Excel's own charts of the workbook: they follow when a cell is changed."""

from typing import TYPE_CHECKING, Any

from . import summary
from .charts import ITEMS_A_CHART
from .drawing import GREY, INK, MAPLE
from .tables import Table
from .wording import rounded, said

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from fengqiao.rulebook.judgement import Judgement
    from fengqiao.rulebook.results import DistrictResult

WIDTH, HEIGHT = 560, 280
ROWS_HIGH = 15  # rows of a sheet that a chart covers
HATCHED = {
    "pattern": "wide_upward_diagonal",
    "fg_color": MAPLE,
    "bg_color": "#f3d6d4",
}


def add_rates(
    book: "Workbook", sheet: "Worksheet", formats: dict[str, Any], judgement: "Judgement", at: int
) -> None:
    """Rates and targets of each class side by side from column `at` on, and a chart of each class."""
    groups = list(summary.by_district(judgement).items())
    classes = judgement.about.classes
    titles = ["市(区)", *(f"{size}{what}" for size in classes for what in ("达标率", "目标"))]
    sheet.set_column(at, at + len(titles) - 1, 11)
    for place, title in enumerate(titles):
        sheet.write_string(0, at + place, said(title), formats["head"])
    for row, (district, results) in enumerate(groups, start=1):
        sheet.write_string(row, at, said(district), formats["center"])
        for place, result in enumerate(results):
            _pair(sheet, row, at + 1 + 2 * place, result, formats["rate"])
    below = len(groups) + 2
    for place, size in enumerate(classes):
        chart = _rates(book, sheet.name, size, len(groups), at, at + 1 + 2 * place)
        sheet.insert_chart(below + place * ROWS_HIGH, at, chart)


def add_reasons(book: "Workbook", sheet: "Worksheet", table: Table) -> None:
    """The items that most offices lack, as bars."""
    last = min(len(table.rows), ITEMS_A_CHART)
    chart = book.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": said("未达标的司法所数"),
            "categories": [sheet.name, 1, 2, last, 2],
            "values": [sheet.name, 1, 3, last, 3],
            "pattern": HATCHED,
            "border": {"color": MAPLE},
            "data_labels": {"value": True},
            "gap": 60,
        }
    )
    chart.set_y_axis({"reverse": True})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    _finish(chart, "未达标司法所较多的项目", height=120 + 26 * last)
    sheet.insert_chart(1, len(table.columns) + 1, chart)


def _pair(sheet: "Worksheet", row: int, at: int, result: "DistrictResult", look: Any) -> None:
    """Rate and target; the rate is blank where there is no such office."""
    if result.rate is None:
        sheet.write_blank(row, at, None, look)
    else:
        sheet.write_number(row, at, float(rounded(result.rate, result.target)), look)
    sheet.write_number(row, at + 1, float(result.target), look)


def _rates(book: "Workbook", sheet: str, size: str, rows: int, names: int, rates: int) -> Any:
    categories = [sheet, 1, names, rows, names]
    chart = book.add_chart({"type": "column"})
    chart.add_series(
        {
            "name": "达标率",
            "categories": categories,
            "values": [sheet, 1, rates, rows, rates],
            "pattern": HATCHED,
            "border": {"color": MAPLE},
            "data_labels": {"value": True},
        }
    )
    target = book.add_chart({"type": "line"})
    target.add_series(
        {
            "name": "年度目标",
            "categories": categories,
            "values": [sheet, 1, rates + 1, rows, rates + 1],
            "line": {"color": INK, "dash_type": "dash", "width": 1.5},
        }
    )
    chart.combine(target)
    chart.set_y_axis(
        {"min": 0, "max": 1, "num_format": "0%", "major_gridlines": {"visible": False}}
    )
    _finish(chart, f"{size}司法所达标率与年度目标", height=HEIGHT)
    return chart


def _finish(chart: Any, title: str, *, height: int) -> None:
    chart.set_title({"name": said(title), "name_font": {"size": 11, "color": INK}})
    chart.set_legend({"position": "bottom", "font": {"color": GREY}})
    chart.set_size({"width": WIDTH, "height": height})
