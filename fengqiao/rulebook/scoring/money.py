"""What is paid, in fen: yuan for each point, a tariff of cases, a sum for the grade; nothing below a mark."""

from collections.abc import Callable
from typing import Any

import ibis
import ibis.expr.types as ir

from fengqiao.rulebook.columns import GRADE, SCORE, VETO, column
from fengqiao.rulebook.conditions import literal
from fengqiao.rulebook.kinds import Scope
from fengqiao.rulebook.kinds.base import chosen
from fengqiao.rulebook.marks import Money, Scoring
from fengqiao.rulebook.model import Edition
from fengqiao.rulebook.scoring.exact import (
    at_least,
    at_most,
    divided,
    in_millionths,
    millionths,
    picked,
)

ScopeOf = Callable[[ir.Table], Scope]
FEN = 100


def money(edition: Edition, scoring: Scoring, table: ir.Table, scope_of: ScopeOf) -> Any:
    """All parts together, in fen."""
    told = scoring.money
    assert told is not None  # noqa: S101 - the stage is made for packs with money
    found: Any = literal(0)
    if told.per_point is not None:
        fen = chosen(_in_fen(told.per_point), scope_of(table))
        found = found + divided(table[SCORE] * fen, scoring.grains, scoring.rounding)
    for row in told.tariff:
        found = found + _by_tariff(row, table, scope_of)
    if told.by_grade:
        found = found + _by_grade(told, table)
    if told.zero_below is not None:
        found = picked(table[SCORE] < told.zero_below, literal(0), found)
    for item in edition.items:
        if item.veto is not None and item.veto.get("zero") == "money":
            found = picked(table[column(item.id, VETO)], literal(0), found)
    return found.cast("int64")


def _by_tariff(row: Any, table: ir.Table, scope_of: ScopeOf) -> Any:
    """So many cases, so many yuan each; nothing where the papers are not there."""
    number = at_most(at_least(millionths(table[row["fact"]]), 0), _cap(row))
    fen = divided(number * _fen(row["yuan"]), in_millionths(1), "down")
    if "needs" not in row:
        return fen
    there = scope_of(table).rule(row["needs"]).verdict
    return ibis.cases((there, fen), (~there, literal(0)), else_=None)


def _cap(row: Any) -> int | None:
    return in_millionths(row["most"]) if "most" in row else None


def _by_grade(told: Money, table: ir.Table) -> Any:
    grade: Any = table[GRADE]
    tests = [(grade == name, literal(fen)) for name, fen in told.by_grade.items()]
    return ibis.cases(*tests, (grade.notnull(), literal(0)), else_=None)


def _fen(yuan: Any) -> int:
    return int(yuan * FEN)


def _in_fen(value: Any) -> Any:
    """The same number, or table of numbers, in fen."""
    if not isinstance(value, dict):
        return _fen(value)
    if "by" in value:
        return {**value, "cases": _in_fen(value["cases"])}
    return {word: _in_fen(inner) for word, inner in value.items()}
