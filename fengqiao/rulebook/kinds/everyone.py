"""`everyone`: each of a group of people has what is asked."""

from collections.abc import Iterator
from typing import Any

import ibis

from fengqiao.rulebook.columns import AGAINST, AMONG, OF, SHARE
from fengqiao.rulebook.kinds.base import Kind, Numbers, Outcome, Scope, Speech, Use


class Everyone(Kind):
    """Spec: `share`, a fact; `nobody`: `met` or `unmet` where the group is empty; `shown`: `count`
    or `yes_no`."""

    name = "everyone"

    def uses(self, spec: Any) -> Iterator[Use]:
        """The share of people with the property."""
        yield Use(("share",), spec["share"], (SHARE,))

    def outcome(self, spec: Any, scope: Scope) -> Outcome:
        """One who surely has it not decides; else one of whom it is not known leaves it open."""
        of, among, against = (scope.fact(spec["share"] + part) for part in (OF, AMONG, AGAINST))
        nobody_is_met = spec["nobody"] == "met"
        verdict = ibis.cases(
            (against > 0, False), (among == 0, nobody_is_met), (of == among, True), else_=None
        )
        if spec["shown"] == "yes_no":
            return Outcome(verdict)
        required = among if nobody_is_met else ibis.greatest(among, 1)
        actual = ibis.ifelse(verdict.isnull(), ibis.null("int64"), of)
        return Outcome(verdict, Numbers(actual, required))

    def is_about_nobody(self, spec: Any, speech: Speech) -> bool:
        """The group is empty."""
        return bool(speech.value(spec["share"] + AMONG) == 0)
