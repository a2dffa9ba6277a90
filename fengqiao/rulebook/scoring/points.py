"""What an item earns, in grains: one way of counting for each key of `points`, over facts and verdicts."""

import operator
from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any, NamedTuple

import ibis

from fengqiao.rulebook.columns import AGAINST, AMONG, OF
from fengqiao.rulebook.conditions import literal
from fengqiao.rulebook.kinds import Outcome, Rule
from fengqiao.rulebook.marks import Scoring
from fengqiao.rulebook.scoring.exact import at_least, at_most, divided, in_millionths, millionths

Spec = Mapping[str, Any]


class Seen(NamedTuple):
    """What points may look at: facts, the item's own verdict, other rules; and how the pack counts."""

    fact: Callable[[str], Any]
    rule: Callable[[Rule], Outcome]
    verdict: Any
    scoring: Scoring


def points(spec: Spec, seen: Seen) -> Any:
    """The item's points in grains, between its floor and its full marks; null where not known."""
    full = seen.scoring.in_grains(spec["full"])
    way = next((name for name in WAYS if name in spec), None)
    earned = _all_or_none(full, seen) if way is None else WAYS[way](spec[way], full, seen)
    return at_least(at_most(earned, full), seen.scoring.in_grains(spec.get("floor", 0)))


def _all_or_none(full: int, seen: Seen) -> Any:
    return _chosen([(seen.verdict, full), (~seen.verdict, 0)])


def _deducted(spec: list[Spec], full: int, seen: Seen) -> Any:
    return literal(full) - _sum(_part(one, seen) for one in spec)


def _earned(spec: list[Spec], full: int, seen: Seen) -> Any:
    return _sum(_part(one, seen) for one in spec)


def _part(spec: Spec, seen: Seen) -> Any:
    """For each so many of a fact, or where a rule does not hold: so many points, up to a cap."""
    each = seen.scoring.in_grains(spec["points"])
    cap = seen.scoring.in_grains(spec["cap"]) if "cap" in spec else None
    if "fact" not in spec:
        [(word, rule)] = [(word, spec[word]) for word in ("when", "unless") if word in spec]
        holds = seen.rule(rule).verdict
        struck = holds if word == "when" else ~holds
        return _chosen([(struck, each), (~struck, 0)])
    value, per = millionths(seen.fact(spec["fact"])), in_millionths(spec.get("per", 1))
    value = at_least(value - in_millionths(spec.get("beyond", 0)), 0)
    if spec.get("parts", "whole") == "exact":
        return at_most(divided(value * each, per, seen.scoring.rounding), cap)
    return at_most(
        divided(value, per, "up" if spec.get("parts") == "started" else "down") * each, cap
    )


def _steps(spec: Spec, full: int, seen: Seen) -> Any:
    """The points of the highest step that the fact reaches; below the lowest, none."""
    value = millionths(seen.fact(spec["fact"]))
    steps = sorted(spec["steps"], key=lambda step: step["from"], reverse=True)
    tests = [
        (value >= in_millionths(step["from"]), seen.scoring.in_grains(step["points"]))
        for step in steps
    ]
    return _chosen([*tests, (value.notnull(), 0)])


def _in_proportion(spec: Spec, full: int, seen: Seen) -> Any:
    """Full marks times a share, or times a fact over what is asked; nothing to count among: full marks."""
    if "share" in spec:
        of, among, against = (seen.fact(spec["share"] + part) for part in (OF, AMONG, AGAINST))
        known = of + against == among
        earned = divided(
            of * full, ibis.ifelse(among == 0, literal(1), among), seen.scoring.rounding
        )
        return _chosen([(among == 0, full), (known, earned)])
    value = at_least(millionths(seen.fact(spec["fact"])), 0)
    return divided(value * full, in_millionths(spec["of"]), seen.scoring.rounding)


def _mark(spec: str, full: int, seen: Seen) -> Any:
    """An inspector's mark as it is, rounded to the grain."""
    value = millionths(seen.fact(spec)) * seen.scoring.grains
    return divided(value, in_millionths(1), seen.scoring.rounding)


def _states(spec: list[Spec], full: int, seen: Seen) -> Any:
    """The points of the first state whose rule holds; one that is not known leaves it open."""
    tests: list[tuple[Any, Any]] = []
    for state in spec:
        worth = seen.scoring.in_grains(state["points"])
        if "when" not in state:
            tests.append((ibis.literal(value=True), worth))
            break
        holds = seen.rule(state["when"]).verdict
        tests += [(holds.isnull(), ibis.null("int64")), (holds, worth)]
    return _chosen(tests)


WAYS: dict[str, Callable[[Any, int, Seen], Any]] = {
    "deductions": _deducted,
    "earned": _earned,
    "steps": _steps,
    "in_proportion": _in_proportion,
    "mark": _mark,
    "states": _states,
}


def _sum(parts: Any) -> Any:
    return reduce(operator.add, parts)


def _chosen(tests: list[tuple[Any, Any]]) -> Any:
    """The value of the first test that holds; null where none does."""
    typed = [(test, literal(value) if isinstance(value, int) else value) for test, value in tests]
    return ibis.cases(*typed, else_=None)
