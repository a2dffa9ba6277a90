"""Proposes the class of an office from the pack's weights and cuts (clause 3.1.a), with its
reasons.

A proposal, never a verdict: the bureau confirms a class, and the pack may say that its cuts are a
mere setting.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from fengqiao.lib.typography import typeset
from fengqiao.rulebook.model import Edition, Factor
from fengqiao.rulebook.numbers import Number, tidy

FULL = 100


@dataclass(frozen=True, slots=True)
class Reason:
    """What one factor adds: `points` of 100 at this value, weighted to `adds`."""

    fact: str
    label: str
    value: Number
    points: int
    weight: int
    adds: Fraction
    sentence: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """The class proposed, null where a factor is not known; `unknowns` are the labels of those."""

    size: str | None
    score: Fraction | None
    reasons: list[Reason]
    unknowns: list[str]


def propose(edition: Edition, values: Mapping[str, Number | None]) -> Proposal:
    """A class for an office with these values of facts (`population`, `land_area` …)."""
    factors = edition.classification.factors
    unknowns = [factor.label for factor in factors if values.get(factor.fact) is None]
    reasons = [
        _reason(factor, value, edition.facts[factor.fact].unit)
        for factor in factors
        if (value := values.get(factor.fact)) is not None
    ]
    if unknowns:
        return Proposal(None, None, reasons, unknowns)
    score = sum((reason.adds for reason in reasons), Fraction(0))
    return Proposal(_class_of(edition, score), score, reasons, unknowns)


def _reason(factor: Factor, value: Number, unit: str) -> Reason:
    points = max((step.points for step in factor.steps if step.start <= value), default=0)
    adds = Fraction(points * factor.weight, FULL)
    sentence = typeset(
        f"{factor.label}{tidy(value)}{unit},得{points}分,权重{factor.weight}%,计{tidy(float(adds))}分。"
    )
    return Reason(factor.fact, factor.label, value, points, factor.weight, adds, sentence)


def _class_of(edition: Edition, score: Fraction) -> str | None:
    return next((name for start, name in edition.classification.cuts if score >= start), None)
