"""What the columns of each table are. Documents and workbook read the same definitions."""

from collections.abc import Iterable
from dataclasses import replace
from hashlib import blake2s
from itertools import groupby
from typing import TYPE_CHECKING

from . import points, summary
from .summary import ItemTotals, Totals
from .tables import Cell, Code, Column, Goal, Link, Rate, Stress, Table, fill
from .wording import (
    ITEM_VERDICTS,
    NO_SUCH_OFFICE,
    OFFICE_VERDICTS,
    UNSIZED,
    amount,
    listed,
)

if TYPE_CHECKING:
    from fengqiao.lib.faults import Fault
    from fengqiao.rulebook.about import About
    from fengqiao.rulebook.judgement import Judgement
    from fengqiao.rulebook.results import DistrictResult, ItemResult, OfficeResult

NAMED = 4  # offices that a cell names before it says "等n个"


def anchor(office: "OfficeResult") -> str:
    """Where in the document the annex of an office begins; short enough for a bookmark of Word."""
    who = f"{office.code} {office.subject}".rstrip()
    return f"office_{blake2s(who.encode(), digest_size=8).hexdigest()}"


def _rate(row: "DistrictResult | Totals") -> Cell:
    return NO_SUCH_OFFICE if row.rate is None else Rate(row.rate, row.target)


SizeRow = tuple[str, Totals]
SIZES: tuple[Column[SizeRow], ...] = (
    Column("分类", 20, lambda row: row[0]),
    Column("司法所数", 22, lambda row: row[1].offices),
    Column("达标", 18, lambda row: row[1].met),
    Column("未达标", 18, lambda row: row[1].unmet),
    Column("待定", 18, lambda row: row[1].unknown),
    Column("达标率", 32, lambda row: _rate(row[1])),
    Column("年度目标", 28, lambda row: None if row[1].target is None else Goal(row[1].target)),
)

DISTRICTS: "tuple[Column[DistrictResult], ...]" = (
    Column("市(区)", 22, lambda row: row.district),
    Column("分类", 14, lambda row: row.size),
    Column("司法所数", 18, lambda row: row.offices),
    Column("达标", 12, lambda row: row.met),
    Column("待定", 12, lambda row: row.unknown),
    Column("达标率", 25, _rate),
    Column("年度目标", 18, lambda row: Goal(row.target)),
    Column("完成情况", 18, lambda row: "已完成" if row.reached else "未完成"),
    Column("尚差个数", 18, lambda row: row.short_by),
)

Ranked = tuple[int, ItemTotals]
_LACKED: tuple[Column[Ranked], ...] = (
    Column("序号", 11, lambda row: row[0]),
    Column("条款", 25, lambda row: row[1].clause),
    Column("项目", 47, lambda row: row[1].title, "left"),
    Column("未达标数", 18, lambda row: len(row[1].unmet)),
    Column("占应评比例", 24, lambda row: Rate(summary.share(row[1].unmet, row[1]))),
)

UNKNOWN: tuple[Column[Ranked], ...] = (
    Column("序号", 11, lambda row: row[0]),
    Column("条款", 25, lambda row: row[1].clause),
    Column("项目", 45, lambda row: row[1].title, "left"),
    Column("待补充数", 18, lambda row: len(row[1].unknown)),
    Column("涉及司法所", 57, lambda row: _names(row[1].unknown), "left"),
)

NEAREST: "tuple[Column[tuple[int, OfficeResult]], ...]" = (
    Column("序号", 11, lambda row: row[0]),
    Column("司法所", 38, lambda row: Link(row[1].title, anchor(row[1])), "left"),
    Column("市(区)", 20, lambda row: row[1].district),
    Column("分类", 13, lambda row: row[1].size or UNSIZED),
    Column("未达标项", 17, lambda row: len(summary.lacking(row[1]))),
    Column("所缺项目", 57, lambda row: _lacks(row[1]), "left"),
)

UNDECIDED: "tuple[Column[tuple[int, OfficeResult]], ...]" = (
    *NEAREST[:4],
    Column("待补充项", 17, lambda row: len(summary.lacking(row[1], "unknown"))),
    Column("待补充项目", 57, lambda row: _wanted(row[1]), "left"),
)

OFFICES: "tuple[Column[OfficeResult], ...]" = (
    Column("编码", 26, lambda row: Code(row.code)),
    Column("名称", 38, lambda row: Link(row.title, anchor(row)), "left"),
    Column("市(区)", 18, lambda row: row.district),
    Column("类型", 13, lambda row: row.kind),
    Column("分类", 15, lambda row: row.size or UNSIZED),
    Column("结论", 14, lambda row: OFFICE_VERDICTS[row.meets]),
    Column("未达标项", 17, lambda row: len(summary.lacking(row))),
    Column("待补充项", 17, lambda row: len(summary.lacking(row, "unknown"))),
)

CONCLUDED = 6  # columns up to the conclusion

WANTING: "tuple[Column[OfficeResult], ...]" = (
    Column("未达标项目", 57, lambda row: _lacks(row), "left"),
    Column("待补充项目", 57, lambda row: _wanted(row), "left"),
)

LEFT_OUT: "tuple[Column[Fault], ...]" = (
    Column("工作表", 20, lambda row: row.sheet or None),
    Column("行", 12, lambda row: row.row or None),
    Column("列", 28, lambda row: row.column or None),
    Column("现值", 36, lambda row: row.found or None, "left"),
    Column("要求", 60, lambda row: row.expected, "left"),
)

ITEMS: "tuple[Column[ItemResult], ...]" = (
    Column("条款", 14, lambda row: row.clause),
    Column("项目", 50, lambda row: row.title, "left"),
    Column("结论", 16, lambda row: ITEM_VERDICTS[row.verdict]),
    Column("要求", 16, lambda row: _figure(row.required)),
    Column("实际", 16, lambda row: _figure(row.actual)),
    Column("差距", 16, lambda row: _figure(row.gap)),
    Column("单位", 18, lambda row: row.unit or ""),
    Column("说明", 130, lambda row: row.why, "left"),
)

Result = tuple["OfficeResult", "ItemResult"]


def _of_result(column: "Column[ItemResult]") -> Column[Result]:
    return Column(column.title, column.width, lambda row: column.value(row[1]), column.align)


RESULTS: tuple[Column[Result], ...] = (
    Column("编码", 26, lambda row: Code(row[0].code)),
    Column("司法所", 40, lambda row: row[0].title, "left"),
    Column("市(区)", 20, lambda row: row[0].district),
    Column("类型", 14, lambda row: row[0].kind),
    Column("分类", 14, lambda row: row[0].size or UNSIZED),
    *map(_of_result, ITEMS),
)


# The fewest cells that say all: each one costs a millisecond in print, and a city has a hundred
# annexes.
ANNEX: "tuple[Column[ItemResult], ...]" = (
    Column("条款", 12, lambda row: row.clause),
    Column("项目", 56, lambda row: row.title, "left"),
    Column("要求", 18, lambda row: amount(row.required, row.unit)),
    Column("实际", 18, lambda row: amount(row.actual, row.unit)),
    Column("结论", 52, lambda row: _verdict(row), "left"),
)


def offices(judgement: summary.Judgement) -> Table:
    """All offices in the order of their codes, with what they score where the pack has points."""
    more = points.of_offices(judgement.about)
    plain = OFFICES[:CONCLUDED] if more else OFFICES  # a page is not wide enough for both
    return fill((*plain, *more), judgement.offices)


def annex(office: "OfficeResult", about: "About") -> Table:
    """The office's items; the met ones of one clause that are yes or no share a row, so that what
    needs work stands alone."""
    rows = (list(group) for _, group in groupby(office.items, key=_row_of))
    shared = [replace(row[0], title=";".join(item.title for item in row)) for row in rows]
    return fill((*ANNEX[:-1], *points.of_items(about), ANNEX[-1]), shared)


def _row_of(item: "ItemResult") -> tuple[str, str]:
    alike = item.verdict == "met" and isinstance(item.required, bool) and item.full is None
    return item.clause, "" if alike else item.id


def sizes(judgement: "Judgement") -> Table:
    """A row for each class of office, one for those without a class where there are such, and one
    for all of them.
    """
    rows = list(summary.totals_by_size(judgement).items())
    if left := summary.without_size(judgement):
        rows.append((UNSIZED, summary.totals(left)))
    return fill(SIZES, [*rows, ("合计", summary.totals(judgement.offices))])


def lacked(judgement: summary.Judgement, items: Iterable[ItemTotals]) -> Table:
    """The items that offices lack, with a column for each class of office."""
    return ranked((*_LACKED, *map(_lacked_of, judgement.about.classes)), items)


def ranked(columns: "tuple[Column, ...]", rows: Iterable) -> Table:
    """A table whose rows are numbered from 1."""
    return fill(columns, enumerate(rows, start=1))


def results(judgement: "Judgement") -> Table:
    """One row for each office and item."""
    more = map(_of_result, points.of_items(judgement.about))
    rows = ((office, item) for office in judgement.offices for item in office.items)
    return fill((*RESULTS, *more), rows)


POINTS = "个百分点"  # two shares differ by so many, not by a share


def lack(item: "ItemResult") -> str:
    """An unmet item with what is still short, where that is a number."""
    short = item.gap
    unit = POINTS if item.unit == "%" else item.unit
    return f"{item.title}(差{amount(short, unit)})" if short else item.title


def _lacked_of(size: str) -> Column[Ranked]:
    return Column(size, 12, lambda row: row[1].unmet_of(size))


def _figure(value: bool | float | None) -> Cell:
    return amount(value) if isinstance(value, bool) else value


def _verdict(item: "ItemResult") -> Cell:
    said = ITEM_VERDICTS[item.verdict]
    return said if item.verdict == "met" else Stress(said, f":{item.why}")


def _names(offices: "list[OfficeResult]") -> str:
    return listed((office.title for office in offices), limit=NAMED)


def _lacks(office: "OfficeResult") -> str:
    return ";".join(lack(item) for item in summary.lacking(office))


def _wanted(office: "OfficeResult") -> str:
    return ";".join(item.title for item in summary.lacking(office, "unknown"))
