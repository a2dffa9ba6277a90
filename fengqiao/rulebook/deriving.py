"""Facts made of other facts: sums, differences, percentages, caps, words for a range of numbers."""

import operator
from collections.abc import Callable, Iterator, Mapping
from functools import reduce
from typing import Any

import ibis

from fengqiao.rulebook.conditions import literal
from fengqiao.rulebook.model import Fact

Values = Mapping[str, Any]  # the columns of facts that are there already
PERCENT = 100


def _add(spec: Any, values: Values) -> Any:
    return reduce(operator.add, (values[name] for name in spec))


def _subtract(spec: Any, values: Values) -> Any:
    return reduce(operator.sub, (values[name] for name in spec))


def _percent(spec: Any, values: Values) -> Any:
    of, among = values[spec["of"]], values[spec["among"]]
    return ibis.ifelse(among != 0, of * float(PERCENT) / among, ibis.null("float64"))


def _capped(spec: Any, values: Values) -> Any:
    """At most a number, or a percentage of another fact, rounded down to what is whole in it."""
    value = values[spec["fact"]]
    if "most" in spec:
        most = literal(spec["most"])
    else:
        most = (
            (values[spec["of"]] * literal(spec["percent"]) / float(PERCENT)).floor().cast("int64")
        )
    return ibis.ifelse(value > most, most, value)


def _band(spec: Any, values: Values) -> Any:
    """The word of the highest step that the number reaches."""
    value = values[spec["fact"]]
    steps = sorted(spec["steps"], key=lambda step: step["from"], reverse=True)
    tests = [(value >= literal(step["from"]), literal(step["word"])) for step in steps]
    return ibis.cases(*tests, else_=None)


PEERS = "peers"  # the mean of all that are alike: over many rows at once, which `compile` does
FUNCTIONS: dict[str, Callable[[Any, Values], Any]] = {
    "add": _add,
    "subtract": _subtract,
    "percent": _percent,
    "capped": _capped,
    "band": _band,
}


def parts(how: str, spec: Any) -> list[str]:
    """The facts that a derived fact is made of; none for one that is counted."""
    if not is_derived(how):
        return []
    if isinstance(spec, list):
        return list(spec)
    return [spec[key] for key in ("fact", "of", "among") if key in spec] + spec.get("by", [])


def is_derived(how: str) -> bool:
    """Whether a fact is made of other facts."""
    return how == PEERS or how in FUNCTIONS


def stages(facts: Mapping[str, Fact]) -> Iterator[list[Fact]]:
    """The derived facts, each in a stage after those that it is made of."""
    there = {name for name, fact in facts.items() if not is_derived(fact.how)}
    waiting = [fact for fact in facts.values() if is_derived(fact.how)]
    while waiting:
        ready = [fact for fact in waiting if there.issuperset(parts(fact.how, fact.spec))]
        yield ready
        there |= {fact.name for fact in ready}
        waiting = [fact for fact in waiting if fact.name not in there]


def words(spec: Any) -> tuple[str, ...]:
    """The words that a band can have."""
    return tuple(dict.fromkeys(step["word"] for step in spec["steps"]))
