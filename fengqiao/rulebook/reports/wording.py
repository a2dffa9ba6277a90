"""How a report says numbers, days and verdicts. Every text of a report passes `said` once."""

import math
import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from fengqiao.lib.typography import typeset
from fengqiao.rulebook.numbers import said as in_words

NOT_GIVEN = "—"
NO_SUCH_OFFICE = "无此类司法所"
ITEM_VERDICTS = {"met": "达标", "unmet": "未达标", "unknown": "待补充"}
OFFICE_VERDICTS = {True: "达标", False: "未达标", None: "待定"}
UNSIZED = "未分类"
NUMERALS = "一二三四五六七八九十"

# What XML 1.0 cannot hold: a file with one of these would not open.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def said(text: str) -> str:
    """The text as it is printed: Chinese punctuation, no characters that a document cannot hold."""
    return typeset(_UNPRINTABLE.sub("", text))


def rounded(share: Fraction, against: Fraction | None = None) -> Fraction:
    """The share in thousandths, half away from zero, never rounded onto a bound that it misses.

    The bounds are 0, 1 and the target `against`: 99.96 % is not 100.0 %, and 89.97 % is not 90.0 %.
    """
    thousandths = Fraction(math.floor(share * 1000 + Fraction(1, 2)), 1000)
    for bound in (Fraction(1), against):
        if bound is not None and share < bound <= thousandths:
            thousandths = Fraction(math.ceil(bound * 1000) - 1, 1000)
    return thousandths if thousandths or not share else Fraction(1, 1000)


def percent(share: Fraction, against: Fraction | None = None) -> str:
    """A rate with one decimal: `66.7%`."""
    return f"{decimal(rounded(share, against) * 100, places=1)}%"


def goal(share: Fraction) -> str:
    """A target as the plan writes it: `90%`, `62.5%`."""
    return f"{number(float(share * 100))}%"


def decimal(value: Fraction, *, places: int) -> str:
    """An exact fraction that has no more than `places` decimals."""
    return f"{Decimal(value.numerator) / Decimal(value.denominator):.{places}f}"


def number(value: float) -> str:
    """A number without needless decimals: `400`, `260.5`; of what a division made, two places."""
    plain = f"{Decimal(in_words(float(value))):f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def amount(value: bool | float | None, unit: str = "") -> str:
    """What an item asks or has: a number with its unit, yes or no, or a dash where not known."""
    if value is None:
        return NOT_GIVEN
    if isinstance(value, bool):
        return "是" if value else "否"
    return f"{number(value)}{unit}"


def day(value: date) -> str:
    """`2021年12月31日`."""
    return f"{value.year}年{value.month}月{value.day}日"


def listed(parts: Iterable[str], *, limit: int | None = None) -> str:
    """`甲、乙、丙`, or `甲、乙等5个` where there are more than `limit`."""
    names: Sequence[str] = list(parts)
    if limit is None or len(names) <= limit:
        return "、".join(names)
    return f"{'、'.join(names[:limit])}等{len(names)}个"


def clauses(found: set[str]) -> str:
    """`3.1.b、3.1.c`; not `3.1`, under which an item of an office without a class stands, beside them."""
    whole = {clause.rpartition(".")[0] for clause in found}
    return "、".join(sorted(found - whole))
