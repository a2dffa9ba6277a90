"""`one_per`: so many workers for so many persons, compared in integers by cross-multiplication."""

from collections.abc import Iterator
from typing import Any

from fengqiao.rulebook.conditions import literal
from fengqiao.rulebook.kinds.base import Kind, Numbers, Outcome, Scope, Speech, Use


class OnePer(Kind):
    """Spec: `workers` and `persons`, two counted facts, and `ratio`, such as `1:15`.

    Where there is no person to care for, the rule is met, even if the workers are not known.
    """

    name = "one_per"

    def uses(self, spec: Any) -> Iterator[Use]:
        """The two counts."""
        yield Use(("persons",), spec["persons"], ("int64",))
        yield Use(("workers",), spec["workers"], ("int64",))

    def outcome(self, spec: Any, scope: Scope) -> Outcome:
        """Required is the least number of workers that would do: the quotient, rounded up."""
        part, whole = (literal(int(number)) for number in spec["ratio"].split(":"))
        workers, persons = scope.fact(spec["workers"]), scope.fact(spec["persons"])
        verdict = (persons == 0) | (workers * whole >= persons * part)
        required = (persons * part + whole - 1) // whole
        return Outcome(verdict, Numbers(workers, required))

    def is_about_nobody(self, spec: Any, speech: Speech) -> bool:
        """No person to care for."""
        return bool(speech.value(spec["persons"]) == 0)
