"""Conditions of a pack over the columns of a row or over facts, as Ibis expressions.

A condition is a mapping; several keys hold together. A key is a column with a value, a list of
values or bounds (`{before: 2021-08-19}`), or one of `all`, `any`, `not`. SQL's null carries "not
known" through.
"""

import operator
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import reduce
from typing import Any

import ibis
import ibis.expr.types as ir

Columns = Mapping[str, ir.Value]
Compare = Callable[[Any, Any], Any]

BOUNDS: dict[str, tuple[Compare, str]] = {
    "at_least": (operator.ge, "不少于"),
    "at_most": (operator.le, "不多于"),
    "above": (operator.gt, "多于"),
    "below": (operator.lt, "少于"),
    "before": (operator.lt, "早于"),
    "since": (operator.ge, "不早于"),
}
JOINED = ("all", "any")


def condition(spec: Mapping[str, Any], columns: Columns) -> ir.BooleanValue:
    """The condition as one yes/no expression; null where the columns do not tell."""
    return _all(_one(key, value, columns) for key, value in spec.items())


def literal(value: Any) -> ir.Scalar:
    """A value of a pack as a literal of the widest type of its kind, so that nothing overflows."""
    if isinstance(value, bool):
        return ibis.literal(value, type="boolean")
    if isinstance(value, int):
        return ibis.literal(value, type="int64")
    if isinstance(value, Decimal):
        return ibis.literal(float(value), type="float64")
    return ibis.literal(value, type="date" if isinstance(value, date) else "string")


def mentioned(
    spec: Mapping[str, Any], keys: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], str, Any]]:
    """Every column that a condition names, with the keys that lead there and what it is compared
    with."""
    for key, value in spec.items():
        if key in JOINED:
            for at, part in enumerate(value):
                yield from mentioned(part, (*keys, key, at))
        elif key == "not":
            yield from mentioned(value, (*keys, key))
        else:
            yield (*keys, key), key, value


def _one(key: str, value: Any, columns: Columns) -> ir.BooleanValue:
    if key == "all":
        return _all(condition(part, columns) for part in value)
    if key == "any":
        return reduce(operator.or_, (condition(part, columns) for part in value))
    if key == "not":
        return ~condition(value, columns)
    return _compared(columns[key], value)


def _compared(column: Any, value: Any) -> ir.BooleanValue:
    if isinstance(value, dict):
        return _all(BOUNDS[bound][0](column, literal(than)) for bound, than in value.items())
    if isinstance(value, list):
        return reduce(operator.or_, (column == literal(one) for one in value))
    if isinstance(value, bool):
        return column if value else ~column
    return column == literal(value)


def _all(parts: Iterator[ir.BooleanValue]) -> ir.BooleanValue:
    return reduce(operator.and_, parts)
