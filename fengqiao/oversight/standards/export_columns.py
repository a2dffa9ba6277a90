"""Columns of exported lists whose rows are counts, not offices; the others are those of the report."""

from collections.abc import Iterable
from fractions import Fraction

from fengqiao.oversight.standards.tallies import ItemCount
from fengqiao.rulebook.reports.tables import Column, Rate

NAMED = 4  # offices that a cell names before it says "等n个"

Ranked = tuple[int, ItemCount]
Named = tuple[int, ItemCount, list[str]]  # with the first offices by name

_LACKED: tuple[Column[Ranked], ...] = (
    Column("序号", 11, lambda row: row[0]),
    Column("条款", 25, lambda row: row[1].clause),
    Column("项目", 47, lambda row: row[1].title, "left"),
    Column("未达标数", 18, lambda row: row[1].unmet),
    Column("占应评比例", 24, lambda row: Rate(Fraction(row[1].unmet, row[1].applies))),
)

WANTED: tuple[Column[Named], ...] = (
    Column("序号", 11, lambda row: row[0]),
    Column("条款", 25, lambda row: row[1].clause),
    Column("项目", 45, lambda row: row[1].title, "left"),
    Column("待补充数", 18, lambda row: row[1].unknown),
    Column("涉及司法所", 57, lambda row: _named(row[2], row[1].unknown), "left"),
)


def lacked(classes: Iterable[str]) -> tuple[Column[Ranked], ...]:
    """The items that offices lack, with a column for each class of office."""
    return (*_LACKED, *map(_lacked_of, classes))


def _lacked_of(size: str) -> Column[Ranked]:
    return Column(size, 12, lambda row: row[1].unmet_by[size])


def _named(names: list[str], count: int) -> str:
    """`甲、乙`, or `甲、乙等5个` where there are more."""
    return "、".join(names) + (f"等{count}个" if count > len(names) else "")
