"""Excel's own charts of the workbook: they follow when a cell is changed."""

from typing import TYPE_CHECKING, Any

from . import summary
from .charts import ITEMS_A_CHART
from .content import Report
from .drawing import GREY, INK, MAPLE
from .wording import rounded, said
from .workbook_table import Formats

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from fengqiao.rulebook.results import DistrictResult

Group = tuple[str, "list[DistrictResult]"]
WIDTH, HEIGHT = 470, 290
ROWS_HIGH = 16  # rows of a sheet that a chart covers
SECOND = 6  # the column where the right one of two charts begins
HATCHED = {"pattern": "wide_upward_diagonal", "fg_color": MAPLE, "bg_color": "#f3d6d4"}


def write(
    book: "Workbook", sheet: "Worksheet", formats: Formats, report: Report, reasons: str
) -> None:
    """The rates of each class side by side, a chart for each, and one of the items most lacked.

    `reasons` is the sheet that lists those items.
    """
    judgement = report.judgement
    groups = list(summary.by_district(judgement).items())
    _write_rates(sheet, formats, groups, judgement.about.classes)
    made = [
        _rates(book, sheet.name, size, len(groups), 1 + 2 * place)
        for place, size in enumerate(judgement.about.classes)
    ]
    if report.lacked:
        made.append(_reasons(book, reasons, min(len(report.lacked), ITEMS_A_CHART)))
    for place, chart in enumerate(made):
        below = len(groups) + 2 + place // 2 * ROWS_HIGH
        sheet.insert_chart(below, place % 2 * SECOND, chart)


def _write_rates(
    sheet: "Worksheet", formats: Formats, groups: list[Group], classes: tuple[str, ...]
) -> None:
    titles = ["市(区)", *(f"{size}{what}" for size in classes for what in ("达标率", "目标"))]
    sheet.set_column(0, len(titles) + SECOND, 11)
    for place, title in enumerate(titles):
        sheet.write_string(0, place, said(title), formats["head"])
    for row, (district, results) in enumerate(groups, start=1):
        sheet.write_string(row, 0, said(district), formats["center"])
        for place, result in enumerate(results):
            _pair(sheet, row, 1 + 2 * place, result, formats["rate"])


def _reasons(book: "Workbook", sheet: str, last: int) -> Any:
    chart = book.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": said("未达标的司法所数"),
            "categories": [sheet, 1, 2, last, 2],
            "values": [sheet, 1, 3, last, 3],
            "pattern": HATCHED,
            "border": {"color": MAPLE},
            "data_labels": {"value": True},
            "gap": 60,
        }
    )
    chart.set_y_axis({"reverse": True})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    _finish(chart, "未达标司法所较多的项目")
    return chart


def _pair(sheet: "Worksheet", row: int, at: int, result: "DistrictResult", look: Any) -> None:
    """Rate and target; the rate is blank where there is no such office."""
    if result.rate is None:
        sheet.write_blank(row, at, None, look)
    else:
        sheet.write_number(row, at, float(rounded(result.rate, result.target)), look)
    sheet.write_number(row, at + 1, float(result.target), look)


def _rates(book: "Workbook", sheet: str, size: str, rows: int, rates: int) -> Any:
    categories = [sheet, 1, 0, rows, 0]
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
    _finish(chart, f"{size}司法所达标率与年度目标")
    return chart


def _finish(chart: Any, title: str) -> None:
    chart.set_title({"name": said(title), "name_font": {"size": 11, "color": INK}})
    chart.set_legend({"position": "bottom", "font": {"color": GREY}})
    chart.set_size({"width": WIDTH, "height": HEIGHT})
