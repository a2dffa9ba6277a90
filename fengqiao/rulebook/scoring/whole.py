"""What an office earns as a whole: the sum of its sections, what a veto does to it, and its grade."""

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import reduce
from typing import Any

import ibis
import ibis.expr.types as ir

from fengqiao.rulebook.columns import APPLIES, FULL, POINTS, SCORE, VERDICT, VETO, column
from fengqiao.rulebook.conditions import literal
from fengqiao.rulebook.kinds import Scope
from fengqiao.rulebook.marks import Band, Scoring, Section
from fengqiao.rulebook.model import Edition, Item
from fengqiao.rulebook.scoring.exact import at_most, divided, picked

ScopeOf = Callable[[ir.Table], Scope]
BOUNDS: Mapping[str, Callable[[Any, Any], Any]] = {
    "from": operator.ge,
    "above": operator.gt,
    "to": operator.lt,
    "until": operator.le,
}


def applies(item: Item, table: ir.Table) -> Any:
    """Whether the item applies; None where it always does."""
    name = column(item.id, APPLIES)
    return table[name] if name in table.columns else None


def as_it_counts(earned: Any, full: int, there: Any, scoring: Scoring) -> tuple[Any, Any]:
    """Points and full marks of an item that may not apply, as the pack says."""
    if there is None:
        return earned, literal(full)
    instead = literal(full if scoring.not_applicable == "full" else 0)
    left = literal(0 if scoring.not_applicable == "left_out" else full)
    return (
        ibis.cases((there, earned), (~there, instead), else_=None),
        ibis.cases((there, literal(full)), (~there, left), else_=None),
    )


def struck(item: Item, table: ir.Table) -> Any:
    """Whether the item's veto strikes; one that does not apply does not."""
    verdict: Any = table[column(item.id, VERDICT)]
    veto: Mapping[str, Any] = item.veto or {}
    found = verdict if veto.get("when") == "met" else ~verdict
    there = applies(item, table)
    return found if there is None else picked(there, found, literal(value=False))


def score(edition: Edition, scoring: Scoring, table: ir.Table) -> Any:
    """Sections as they count, and the bonus; nothing where a veto says so."""
    found: Any = _sum(_section(edition, scoring, section, table) for section in scoring.sections)
    if bonus := [table[column(item.id, POINTS)] for item in edition.items if is_bonus(item)]:
        found = found + _bonus(bonus, scoring)
    for veto in _vetoes(edition, table, lambda told: told.get("zero") == "score"):
        found = picked(veto, literal(0), found)
    return found.cast("int64")


def is_bonus(item: Item) -> bool:
    """Whether the item's points stand beside the full marks."""
    return bool(item.points and item.points.get("bonus"))


def _section(edition: Edition, scoring: Scoring, section: Section, table: ir.Table) -> Any:
    items = [
        item.id
        for item in edition.items
        if item.points and item.section == section.number and not is_bonus(item)
    ]
    earned = _sum(table[column(name, POINTS)] for name in items)
    full = _sum(table[column(name, FULL)] for name in items)
    if section.counts == section.full and scoring.not_applicable != "left_out":
        return earned
    counts = divided(
        earned * section.counts, ibis.ifelse(full == 0, literal(1), full), scoring.rounding
    )
    return ibis.ifelse(
        full == 0, literal(section.counts), counts
    )  # nothing of it applies: all of it


def _bonus(points: list[Any], scoring: Scoring) -> Any:
    if scoring.bonus_takes == "highest":
        most: Any = reduce(lambda left, right: ibis.ifelse(left >= right, left, right), points)
    else:
        most = _sum(points)
    return at_most(most, scoring.bonus_most)


def _vetoes(edition: Edition, table: ir.Table, which: Callable[[Any], bool]) -> Iterator[Any]:
    for item in edition.items:
        if item.veto is not None and which(item.veto):
            yield table[column(item.id, VETO)]


def grade(edition: Edition, scoring: Scoring, table: ir.Table, scope_of: ScopeOf) -> Any:
    """The highest grade whose score and rule are reached, as far as vetoes let it stand; null where one
    that is higher, or a veto, is not known."""
    place: Any = ibis.cases(*_reached(scoring, table, scope_of), else_=literal(len(scoring.bands)))
    names = [band.grade for band in scoring.bands]
    for item in edition.items:
        if item.veto is not None and "grade" in item.veto:
            lowest = literal(_place(item.veto["grade"], names))
            lower = ibis.ifelse(place > lowest, place, lowest)
            place = picked(table[column(item.id, VETO)], lower, place)
    words: list[tuple[Any, Any]] = [(place == at, literal(name)) for at, name in enumerate(names)]
    return ibis.cases(*words, (place == len(names), literal(scoring.ungraded)), else_=None)


def _place(grade_: str, names: list[str]) -> int:
    """Where the grade stands, from the best; a word that is no grade is below all."""
    return names.index(grade_) if grade_ in names else len(names)


def _reached(scoring: Scoring, table: ir.Table, scope_of: ScopeOf) -> Iterator[tuple[Any, Any]]:
    for at, band in enumerate(scoring.bands):
        test = _test(band, table, scope_of)
        yield test.isnull(), ibis.null("int64")
        yield test, literal(at)


def _test(band: Band, table: ir.Table, scope_of: ScopeOf) -> Any:
    tests = [BOUNDS[bound](table[SCORE], literal(grains)) for bound, grains in band.bounds.items()]
    if band.needs is not None:
        tests.append(scope_of(table).rule(band.needs).verdict)
    return reduce(operator.and_, tests)


def _sum(parts: Iterable[Any]) -> Any:
    return reduce(operator.add, parts, literal(0))
