"""`depending_on`: which rule holds depends on facts, such as the class of the office.

Where such a fact is not known the outcome is unknown, even if every case would give the same
verdict.
"""

from collections.abc import Iterator
from typing import Any

from fengqiao.rulebook.kinds.base import (
    Keys,
    Kind,
    Outcome,
    Rule,
    Scope,
    Speech,
    Use,
    cases_of,
    cells,
    chosen_facts,
    tests,
)


class DependingOn(Kind):
    """Spec: `by`, a list of facts, and `cases`: nested words of these facts down to a rule."""

    name = "depending_on"

    def uses(self, spec: Any) -> Iterator[Use]:
        """The facts by which the rule is chosen."""
        yield from chosen_facts(spec, ())

    def parts(self, spec: Any) -> Iterator[tuple[Keys, Rule]]:
        """The rules of all cases."""
        for words, rule in cells(spec["cases"], len(spec["by"])):
            yield ("cases", *words), rule

    def outcome(self, spec: Any, scope: Scope) -> Outcome:
        """The outcome of the case that fits."""
        return Outcome(
            cases_of([(test, scope.rule(rule).verdict) for test, rule in tests(spec, scope)])
        )

    def wanted(self, spec: Any, speech: Speech) -> str:
        """What the case that fits wants; where none is known to fit, what any of them wants."""
        words = tuple(speech.value(name) for name in spec["by"])
        rules = dict(cells(spec["cases"], len(spec["by"])))
        if words in rules:
            return speech.wanted(rules[words])
        return "或".join(dict.fromkeys(speech.wanted(rule) for rule in rules.values()))
