"""`no`: a yes/no fact is no: an accident, a complaint that was upheld, what must not have happened."""

from collections.abc import Iterator
from typing import Any

from fengqiao.rulebook.kinds.base import Kind, Outcome, Scope, Use


class No(Kind):
    """Spec: the name of a yes/no fact."""

    name = "no"

    def uses(self, spec: Any) -> Iterator[Use]:
        """The fact itself."""
        yield Use((), spec, ("boolean",))

    def outcome(self, spec: Any, scope: Scope) -> Outcome:
        """The verdict is the other way round."""
        return Outcome(~scope.fact(spec))
