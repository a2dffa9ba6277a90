"""`yes`: a yes/no fact is yes: a room that is there, an inspector's finding."""

from collections.abc import Iterator
from typing import Any

from fengqiao.rulebook.kinds.base import Kind, Outcome, Scope, Use


class Yes(Kind):
    """Spec: the name of a yes/no fact."""

    name = "yes"

    def uses(self, spec: Any) -> Iterator[Use]:
        """The fact itself."""
        yield Use((), spec, ("boolean",))

    def outcome(self, spec: Any, scope: Scope) -> Outcome:
        """The fact is the verdict."""
        return Outcome(scope.fact(spec))
