"""`between`: a number lies in a range, both bounds included."""

from collections.abc import Iterator
from typing import Any

import ibis

from fengqiao.rulebook.conditions import literal
from fengqiao.rulebook.kinds.base import Keys, Kind, Numbers, Outcome, Scope, Use


class Between(Kind):
    """Spec: `fact`, `least`, `most`."""

    name = "between"

    def uses(self, spec: Any) -> Iterator[Use]:
        """The fact."""
        yield Use(("fact",), spec["fact"], ("int64", "float64"))

    def slips(self, spec: Any) -> Iterator[tuple[Keys, Any, str]]:
        """Bounds the wrong way round."""
        if spec["least"] > spec["most"]:
            yield ("least",), spec["least"], f"下限不应大于上限{spec['most']}"

    def outcome(self, spec: Any, scope: Scope) -> Outcome:
        """Required is the bound that was missed; the lower one where none was."""
        actual = scope.fact(spec["fact"])
        least, most = literal(spec["least"]), literal(spec["most"])
        required = ibis.ifelse((actual > most).fill_null(False), most, least)
        return Outcome((actual >= least) & (actual <= most), Numbers(actual, required))

    def gap(self, required: Any, actual: Any) -> Any:
        """How far the number lies outside."""
        return (required - actual).abs()
