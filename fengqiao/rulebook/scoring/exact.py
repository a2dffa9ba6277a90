"""Integer arithmetic for points: facts as whole millionths, division with the rounding that is stated."""

from fractions import Fraction
from typing import Any

import ibis

from fengqiao.rulebook.conditions import literal
from fengqiao.rulebook.given import MILLION


def millionths(fact: Any) -> Any:
    """A fact as whole millionths, so that 0.3 is three times 0.1."""
    if fact.type().is_integer():
        return fact * literal(MILLION)
    return (fact * float(MILLION)).round().cast("int64")


def in_millionths(value: Any) -> int:
    """A number of a pack likewise."""
    return int(Fraction(value) * MILLION)


def divided(number: Any, by: Any, rounding: str) -> Any:
    """Rounded half up, down or up, also below zero, where half goes away from zero."""
    if rounding == "down":
        return _signed(number, lambda size: size // by)
    if rounding == "up":
        return _signed(number, lambda size: (size + by - 1) // by)
    return _signed(number, lambda size: (size * 2 + by) // (by * 2))


def _signed(number: Any, divide: Any) -> Any:
    return ibis.ifelse(number < 0, -divide(-number), divide(number))


def at_most(number: Any, most: int | None) -> Any:
    """The number, or the cap."""
    return number if most is None else ibis.ifelse(number > most, literal(most), number)


def at_least(number: Any, least: int) -> Any:
    """The number, or the floor."""
    return ibis.ifelse(number < least, literal(least), number)


def picked(test: Any, one: Any, other: Any) -> Any:
    """One where the test holds, the other where not; where it is not known, only what both agree on."""
    return ibis.cases((test, one), (~test, other), (one == other, one), else_=None)
