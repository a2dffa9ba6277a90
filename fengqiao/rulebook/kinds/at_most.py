"""`at_most`: a number stays at or below a maximum; with 0, what must not have happened."""

from collections.abc import Iterator
from typing import Any

from fengqiao.rulebook.kinds.base import Kind, Numbers, Outcome, Scope, Use, chosen, chosen_facts


class AtMost(Kind):
    """Spec: `fact`, and `value`: a number, or a table of numbers by facts."""

    name = "at_most"

    def uses(self, spec: Any) -> Iterator[Use]:
        """The fact, and the facts by which the maximum is chosen."""
        yield Use(("fact",), spec["fact"], ("int64", "float64"))
        yield from chosen_facts(spec["value"], ("value",))

    def outcome(self, spec: Any, scope: Scope) -> Outcome:
        """The gap is what is too much."""
        actual, required = scope.fact(spec["fact"]), chosen(spec["value"], scope)
        return Outcome(actual <= required, Numbers(actual, required))

    def gap(self, required: Any, actual: Any) -> Any:
        """By how much the maximum is exceeded."""
        return actual - required
