"""`any_of` and `all_of`: rules joined by *or* and *and*, with Kleene's third value."""

import operator
from collections.abc import Callable, Iterator
from functools import reduce
from typing import Any, ClassVar

from fengqiao.rulebook.kinds.base import Keys, Kind, Outcome, Rule, Scope, Speech, Use


class Joined(Kind):
    """Spec: a list of rules."""

    join: ClassVar[Callable[[Any, Any], Any]]
    word: ClassVar[str]

    def uses(self, spec: Any) -> Iterator[Use]:
        """None of its own."""
        yield from ()

    def parts(self, spec: Any) -> Iterator[tuple[Keys, Rule]]:
        """The rules of the list."""
        for at, rule in enumerate(spec):
            yield (at,), rule

    def outcome(self, spec: Any, scope: Scope) -> Outcome:
        """One true makes *or* true, one false makes *and* false, whatever is unknown."""
        return Outcome(reduce(type(self).join, (scope.rule(rule).verdict for rule in spec)))

    def wanted(self, spec: Any, speech: Speech) -> str:
        """All of them, with the word between."""
        return self.word.join(speech.wanted(rule) for rule in spec)


class AnyOf(Joined):
    """At least one of the rules holds: must-haves that may be merged or replaced."""

    name = "any_of"
    join = operator.or_
    word = "或"


class AllOf(Joined):
    """All of the rules hold."""

    name = "all_of"
    join = operator.and_
    word = "、"
