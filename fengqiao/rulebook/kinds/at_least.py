"""`at_least`: a counted or measured fact reaches a minimum, which may depend on class and kind."""

from collections.abc import Iterator
from typing import Any

from fengqiao.rulebook.kinds.base import Kind, Numbers, Outcome, Scope, Use, chosen, chosen_facts


class AtLeast(Kind):
    """Spec: `fact`, and `value`: a number, or a table of numbers by facts."""

    name = "at_least"

    def uses(self, spec: Any) -> Iterator[Use]:
        """The fact, and the facts by which the minimum is chosen."""
        yield Use(("fact",), spec["fact"], ("int64", "float64"))
        yield from chosen_facts(spec["value"], ("value",))

    def outcome(self, spec: Any, scope: Scope) -> Outcome:
        """Measured values are compared as the doubles that they are, counts as integers."""
        actual, required = scope.fact(spec["fact"]), chosen(spec["value"], scope)
        return Outcome(actual >= required, Numbers(actual, required))
