"""What judging yields, as expressions in two steps over the wide table of facts.

First each item by itself: whether it applies, its verdict, actual and required. Then what rests on
those columns: the gaps, and whether the office meets the standard as a whole. Two steps, because a
verdict that is written once is also computed once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.types as ir

from fengqiao.rulebook.columns import ACTUAL, APPLIES, GAP, MEETS, REQUIRED, VERDICT, column
from fengqiao.rulebook.conditions import condition
from fengqiao.rulebook.kinds import KINDS, Outcome, Rule, Scope
from fengqiao.rulebook.model import Edition, Item

Outputs = Mapping[str, ir.Value]


def by_item(edition: Edition, facts: ir.Table) -> dict[str, ir.Value]:
    """Applies, verdict, actual and required of every item, over the table of facts."""
    return {
        column(item.id, name): value
        for item in edition.items
        for name, value in _of_item(item, facts)
    }


def on_top(edition: Edition, judged: ir.Table) -> dict[str, ir.Value]:
    """The gaps of counted items, and `meets`, over a table with the columns of `by_item`."""
    gaps = {
        column(item.id, GAP): _gap(item, judged)
        for item in edition.items
        if column(item.id, ACTUAL) in judged.columns
    }
    return gaps | {MEETS: _each([_whole(item, judged) for item in edition.items])}


@dataclass(frozen=True, slots=True)
class _Scope:
    facts: ir.Table

    def fact(self, name: str) -> Any:
        return self.facts[name]

    def rule(self, rule: Rule) -> Outcome:
        name, spec = next(iter(rule.items()))
        return KINDS[name].outcome(spec, self)


def scope_over(table: ir.Table) -> Scope:
    """What a rule may ask for, over a table that has the facts."""
    return _Scope(table)


def _of_item(item: Item, facts: ir.Table) -> Iterator[tuple[str, ir.Value]]:
    """The columns of one item. Where it is not known whether it applies, the verdict is not known.

    What the office has stays as it is; what it should have is then not known either.
    """
    outcome = _Scope(facts).rule({item.kind: item.spec})
    applies = _both(outcome.applies, item.applies and _applies(item.applies, facts))
    if applies is not None:
        yield APPLIES, applies
    yield VERDICT, _where(applies, outcome.verdict)
    if outcome.numbers is not None:
        yield ACTUAL, outcome.numbers.actual
        yield REQUIRED, _where(applies, outcome.numbers.required)


def _applies(spec: Mapping[str, Any], facts: ir.Table) -> ir.BooleanValue:
    return condition(spec, {name: facts[name] for name in facts.columns})


def _both(left: Any, right: Any) -> Any:
    """Both conditions, where there are two."""
    return (
        left & right if left is not None and right is not None else left if right is None else right
    )


def _where(applies: Any, value: Any) -> Any:
    return value if applies is None else ibis.ifelse(applies, value, ibis.null(str(value.type())))


def _gap(item: Item, judged: ir.Table) -> Any:
    """How much is missing; 0 where the item is met, whatever the office has."""
    verdict, actual, required = (
        judged[column(item.id, name)] for name in (VERDICT, ACTUAL, REQUIRED)
    )
    return ibis.ifelse(verdict, 0, KINDS[item.kind].gap(required, actual))


def _each(values: list[Any]) -> Any:
    """All of them, in pairs of pairs: in a row, each would stand inside all that follow, and planning
    the last of thirty takes twice as long."""
    if len(values) == 1:
        return values[0]
    middle = len(values) // 2
    return _each(values[:middle]) & _each(values[middle:])


def _whole(item: Item, judged: ir.Table) -> Any:
    """Whether the item stands in the way; one that does not apply does not."""
    verdict: Any = judged[column(item.id, VERDICT)]
    applies = column(item.id, APPLIES)
    return ~judged[applies] | verdict if applies in judged.columns else verdict
