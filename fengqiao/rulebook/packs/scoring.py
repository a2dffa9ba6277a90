"""Builds what an edition says of points from a file whose form and sense were checked."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from fengqiao.rulebook.marks import Band, Money, Quota, Ranking, Scoring, Section
from fengqiao.rulebook.scoring.whole import BOUNDS

Spec = Mapping[str, Any]
FEN = 100


def scoring(data: Spec, sections_of: Mapping[str, str]) -> Scoring | None:
    """The scoring of an edition; `sections_of` gives the section of each item by its id."""
    spec = data.get("scoring")
    if spec is None:
        return None
    grains = int(1 / Fraction(spec["grain"]))
    meets, bonus = spec.get("meets", {}), spec.get("bonus", {})
    return Scoring(
        grains=grains,
        full=int(Fraction(spec["full"]) * grains),
        rounding=spec["rounding"],
        not_applicable=spec["not_applicable"],
        meets=_grains(meets.get("score"), grains),
        meets_from=meets.get("grade", ""),
        bonus_most=_grains(bonus.get("most"), grains),
        bonus_takes=bonus.get("takes", "sum"),
        sections=tuple(_sections(data, sections_of, grains)),
        bands=tuple(_band(one, grains) for one in spec.get("grades", ())),
        ungraded=spec.get("ungraded", ""),
        ranking=_ranking(spec.get("ranking")),
        money=_money(spec.get("money"), grains),
    )


def full_of(items: list[Spec]) -> Fraction:
    """The full marks of items together, bonuses left out."""
    return sum(
        (
            Fraction(one["points"]["full"])
            for one in items
            if "points" in one and not one["points"].get("bonus")
        ),
        Fraction(0),
    )


def _sections(data: Spec, sections_of: Mapping[str, str], grains: int) -> list[Section]:
    whole = Fraction(data["scoring"]["full"])
    found = []
    for number, told in data["sections"].items():
        full = full_of([one for one in data["items"] if sections_of[one["id"]] == number])
        if full:
            weight = told.get("weight") if isinstance(told, dict) else None
            counts = full if weight is None else whole * Fraction(weight) / 100
            found.append(Section(number, int(full * grains), int(counts * grains)))
    return found


def _grains(points: Any, grains: int) -> int | None:
    return None if points is None else int(Fraction(points) * grains)


def _band(spec: Spec, grains: int) -> Band:
    bounds = {name: int(Fraction(spec[name]) * grains) for name in BOUNDS if name in spec}
    return Band(spec["grade"], bounds, spec.get("needs"), spec.get("awarded_by", ""))


def _ranking(spec: Spec | None) -> Ranking | None:
    if spec is None:
        return None
    return Ranking(
        tuple(spec.get("among", ())), tuple(_quota(one) for one in spec.get("quotas", ()))
    )


def _quota(spec: Spec) -> Quota:
    percent = Fraction(spec["percent"]) if "percent" in spec else None
    return Quota(spec["grade"], spec["beyond"], spec.get("first"), percent)


def _money(spec: Spec | None, grains: int) -> Money | None:
    if spec is None:
        return None
    return Money(
        per_point=spec.get("per_point"),
        tariff=tuple(spec.get("tariff", ())),
        by_grade={grade: int(yuan * FEN) for grade, yuan in spec.get("by_grade", {}).items()},
        zero_below=_grains(spec.get("zero_below"), grains),
    )
