"""`some_of`: so many of a list of rules are met."""

import operator
from collections.abc import Iterable, Iterator
from functools import reduce
from typing import Any

import ibis

from fengqiao.rulebook.conditions import literal
from fengqiao.rulebook.kinds.base import Keys, Kind, Numbers, Outcome, Rule, Scope, Speech, Use


class SomeOf(Kind):
    """Spec: `least`, how many of the `rules` have to be met."""

    name = "some_of"

    def uses(self, spec: Any) -> Iterator[Use]:
        """None of its own."""
        yield from ()

    def parts(self, spec: Any) -> Iterator[tuple[Keys, Rule]]:
        """The rules of the list."""
        for at, rule in enumerate(spec["rules"]):
            yield ("rules", at), rule

    def slips(self, spec: Any) -> Iterator[tuple[Keys, Any, str]]:
        """More asked than there are."""
        if spec["least"] > len(spec["rules"]):
            yield ("least",), spec["least"], f"下面只有{len(spec['rules'])}项"

    def outcome(self, spec: Any, scope: Scope) -> Outcome:
        """Enough that surely hold decide, and too many that surely do not; else it is open.

        Actual is how many surely hold, once nothing is left open.
        """
        verdicts = [scope.rule(rule).verdict for rule in spec["rules"]]
        met = _number(verdict.fill_null(False) for verdict in verdicts)
        possible = _number(verdict.fill_null(True) for verdict in verdicts)
        least = literal(spec["least"])
        verdict = ibis.cases((met >= least, True), (possible < least, False), else_=None)
        actual = ibis.ifelse(met == possible, met, ibis.null("int64"))
        return Outcome(verdict, Numbers(actual, least))

    def wanted(self, spec: Any, speech: Speech) -> str:
        """All of them, and how many of these."""
        listed = "、".join(speech.wanted(rule) for rule in spec["rules"])
        return f"{listed}中的{spec['least']}项"


def _number(answers: Iterable[Any]) -> Any:
    return reduce(operator.add, (answer.cast("int64") for answer in answers))
