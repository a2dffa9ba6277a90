"""The scoring of an edition in stages: each is a set of columns over facts, verdicts and earlier stages."""

from collections.abc import Callable, Iterator
from typing import Any

import ibis.expr.types as ir

from fengqiao.rulebook.columns import (
    FULL,
    GRADE,
    MEETS,
    MONEY,
    POINTS,
    SCORE,
    VERDICT,
    VETO,
    column,
)
from fengqiao.rulebook.conditions import literal
from fengqiao.rulebook.kinds import Scope
from fengqiao.rulebook.marks import Scoring
from fengqiao.rulebook.model import Edition
from fengqiao.rulebook.scoring import whole
from fengqiao.rulebook.scoring.exact import picked
from fengqiao.rulebook.scoring.money import money
from fengqiao.rulebook.scoring.points import Seen, points

Stage = dict[str, ir.Value]
ScopeOf = Callable[[ir.Table], Scope]


def stages(edition: Edition, table: ir.Table, scope_of: ScopeOf) -> Iterator[Stage]:
    """The stages over a table that has facts and judged columns; each may use those before it."""
    scoring = edition.scoring
    if scoring is None:
        return
    for columns in STAGES:
        stage = columns(edition, scoring, table, scope_of)
        yield stage
        table = table.mutate(**stage)


def _items(edition: Edition, scoring: Scoring, table: ir.Table, scope_of: ScopeOf) -> Stage:
    """Points, full marks and veto of each item, as it counts for the whole."""
    found: Stage = {}
    for item in edition.items:
        if item.points is not None:
            seen = Seen(
                scope_of(table).fact,
                scope_of(table).rule,
                table[column(item.id, VERDICT)],
                scoring,
            )
            full = scoring.in_grains(item.points["full"])
            there = whole.applies(item, table)
            earned, counts = whole.as_it_counts(points(item.points, seen), full, there, scoring)
            found[column(item.id, POINTS)] = earned.cast("int64")
            found[column(item.id, FULL)] = counts.cast("int64")
        if item.veto is not None:
            found[column(item.id, VETO)] = whole.struck(item, table)
    return _zeroed(edition, found)


def _zeroed(edition: Edition, found: Stage) -> Stage:
    """Items that a veto brings to nothing."""
    for item in edition.items:
        if item.veto is not None and (name := item.veto.get("zero", "")) not in (
            "",
            "score",
            "money",
        ):
            earned: Any = found[column(name, POINTS)]
            found[column(name, POINTS)] = picked(found[column(item.id, VETO)], literal(0), earned)
    return found


def _score(edition: Edition, scoring: Scoring, table: ir.Table, scope_of: ScopeOf) -> Stage:
    return {SCORE: whole.score(edition, scoring, table)}


def _grade(edition: Edition, scoring: Scoring, table: ir.Table, scope_of: ScopeOf) -> Stage:
    return {GRADE: whole.grade(edition, scoring, table, scope_of)} if scoring.bands else {}


def _meets(edition: Edition, scoring: Scoring, table: ir.Table, scope_of: ScopeOf) -> Stage:
    """Where the pack says which score or grade meets the standard, instead of every item."""
    if scoring.meets is not None:
        return {MEETS: table[SCORE] >= scoring.meets}
    if scoring.meets_from:
        names = [band.grade for band in scoring.bands]
        good = names[: names.index(scoring.meets_from) + 1]
        return {MEETS: table[GRADE].isin(good)}
    return {}


def _money(edition: Edition, scoring: Scoring, table: ir.Table, scope_of: ScopeOf) -> Stage:
    return {MONEY: money(edition, scoring, table, scope_of)} if scoring.money else {}


STAGES = (_items, _score, _grade, _money, _meets)
BEFORE_RANKING = STAGES.index(_money)
