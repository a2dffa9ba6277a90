"""`rate`: so many of so many, compared in integers by cross-multiplication: 99.96 % is not 100 %."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import Any, NamedTuple

import ibis

from fengqiao.rulebook.columns import AGAINST, AMONG, OF, SHARE
from fengqiao.rulebook.kinds.base import (
    Keys,
    Kind,
    Numbers,
    Outcome,
    Scope,
    Speech,
    Use,
    cells,
    chosen,
    chosen_facts,
)

SIGNS = ("at_least", "at_most", "exactly")
COUNTS = ("int64", "float64")
NOT_APPLICABLE = "not_applicable"
EMPTY: dict[str, bool | None] = {"met": True, "unmet": False, "unknown": None, NOT_APPLICABLE: None}


class _Bounds(NamedTuple):
    """Twice the same product: what surely counts, and what may count, against what is asked."""

    least: Any
    most: Any
    asked: Any


class Rate(Kind):
    """Spec: `share`, or `of` and `among`; a sign with percent; `empty`: what holds where there is
    nothing to count among."""

    name = "rate"

    def uses(self, spec: Any) -> Iterator[Use]:
        """The share, or the two numbers; the facts by which the percentage is chosen."""
        if "share" in spec:
            yield Use(("share",), spec["share"], (SHARE,))
        else:
            yield Use(("of",), spec["of"], COUNTS)
            yield Use(("among",), spec["among"], COUNTS)
        yield from chosen_facts(spec[_sign(spec)], (_sign(spec),))

    def slips(self, spec: Any) -> Iterator[tuple[Keys, Any, str]]:
        """One sign, and one way to count."""
        if sum(sign in spec for sign in SIGNS) != 1:
            yield (), None, f"应写明{'、'.join(SIGNS)}中的一个"
        if spec.keys() & {"share", "of", "among"} not in ({"share"}, {"of", "among"}):
            yield (), None, "应写share,或者of和among,不能都写"

    def may_not_apply(self, spec: Any) -> bool:
        """An empty denominator may take the item off the list."""
        return bool(spec["empty"] == NOT_APPLICABLE)

    def outcome(self, spec: Any, scope: Scope) -> Outcome:
        """Those of whom it is not known are counted both ways; where both agree, it is decided."""
        of, among, against = _counts(spec, scope)
        percent = spec[_sign(spec)]
        scale = _denominator(percent)
        bounds = _Bounds(
            of * (100 * scale),
            (among - against) * (100 * scale),
            among * chosen(_scaled(percent, scale), scope),
        )
        tests = [(among == 0, EMPTY[spec["empty"]]), *_tests(_sign(spec), bounds)]
        if _sign(spec) == "exactly":  # a percentage that no whole number of cases makes
            tests.append((bounds.asked % (100 * scale) != 0, False))
        actual = ibis.ifelse((of + against == among) & (among != 0), of * 100.0 / among, None)
        applies = among != 0 if self.may_not_apply(spec) else None
        numbers = Numbers(actual, chosen(percent, scope).cast("float64"))
        return Outcome(ibis.cases(*_typed(tests), else_=None), numbers, applies)

    def gap(self, required: Any, actual: Any) -> Any:
        """In percentage points, whichever side is wrong."""
        return (required - actual).abs()

    def is_about_nobody(self, spec: Any, speech: Speech) -> bool:
        """The denominator is empty."""
        among = spec["share"] + AMONG if "share" in spec else spec["among"]
        return bool(speech.value(among) == 0)


def _sign(spec: Mapping[str, Any]) -> str:
    return next(sign for sign in SIGNS if sign in spec)


def _counts(spec: Mapping[str, Any], scope: Scope) -> tuple[Any, Any, Any]:
    if "share" in spec:
        of, among, against = (scope.fact(spec["share"] + part) for part in (OF, AMONG, AGAINST))
        return of, among, against
    of, among = scope.fact(spec["of"]), scope.fact(spec["among"])
    return of, among, among - of


def _tests(sign: str, bounds: _Bounds) -> list[tuple[Any, bool]]:
    reached, reachable = bounds.least >= bounds.asked, bounds.most >= bounds.asked
    kept, keepable = bounds.most <= bounds.asked, bounds.least <= bounds.asked
    return {
        "at_least": [(reached, True), (~reachable, False)],
        "at_most": [(kept, True), (~keepable, False)],
        "exactly": [(reached & kept, True), (~reachable | ~keepable, False)],
    }[sign]


def _typed(tests: list[tuple[Any, bool | None]]) -> list[tuple[Any, Any]]:
    return [(test, ibis.literal(answer, type="boolean")) for test, answer in tests]


def _percents(percent: Any) -> list[Fraction]:
    if not isinstance(percent, dict):
        return [Fraction(percent)]
    return [Fraction(cell) for _, cell in cells(percent["cases"], len(percent["by"]))]


def _denominator(percent: Any) -> int:
    """By what percentages have to be multiplied to become whole."""
    return lcm(*(one.denominator for one in _percents(percent)))


def _scaled(percent: Any, scale: int) -> Any:
    if isinstance(percent, dict):
        return {**percent, "cases": _scaled_cells(percent["cases"], scale)}
    return int(Fraction(percent) * scale)


def _scaled_cells(cases: Any, scale: int) -> Any:
    if isinstance(cases, int | Decimal):
        return int(Fraction(cases) * scale)
    return {word: _scaled_cells(inner, scale) for word, inner in cases.items()}
