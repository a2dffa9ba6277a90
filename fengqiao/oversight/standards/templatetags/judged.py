"""How pages say the values of a judgement."""

from fractions import Fraction
from typing import Any

from django import template

from fengqiao.rulebook.reports import wording

register = template.Library()

WORDS = {True: "是", False: "否", None: "未知"}


@register.filter
def value(found: Any) -> str:
    """A number without needless decimals, yes or no, or that it is not known."""
    if found is None or isinstance(found, bool):
        return WORDS[found]
    return wording.number(found) if isinstance(found, int | float) else str(found)


@register.filter
def share(found: Fraction) -> str:
    """A rate with one decimal, never rounded up to a bound that it misses."""
    return wording.percent(found)


@register.filter
def goal(found: Fraction) -> str:
    """A target as the plan writes it."""
    return wording.goal(found)
