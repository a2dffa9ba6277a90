"""What an edition says of points, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

Rounding = Literal["half_up", "down", "up"]
Spec = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Section:
    """The points of a section: the sum of its items, and what they count for in the whole.

    Both in grains; `counts` differs from `full` where the section has a weight.
    """

    number: str
    full: int
    counts: int


@dataclass(frozen=True, slots=True)
class Band:
    """A grade, the score that it takes, and the rule that it needs; the score in grains."""

    grade: str
    bounds: Mapping[str, int]  # from, above, to, until
    needs: Spec | None
    awarded_by: str


@dataclass(frozen=True, slots=True)
class Quota:
    """How many of a cohort may bear a grade; who comes after them bears the other one."""

    grade: str
    beyond: str
    first: int | None
    percent: Fraction | None


@dataclass(frozen=True, slots=True)
class Ranking:
    """Among whom scores are ranked; ties share the better rank."""

    among: tuple[str, ...]
    quotas: tuple[Quota, ...]


@dataclass(frozen=True, slots=True)
class Money:
    """What is paid: for each point, for each case of a tariff, by grade; nothing below a mark."""

    per_point: Any
    tariff: tuple[Spec, ...]
    by_grade: Mapping[str, int]  # fen
    zero_below: int | None  # grains


@dataclass(frozen=True, slots=True)
class Scoring:
    """How an edition counts points. Full marks and bounds are in grains, `1 / grains` of a point each."""

    grains: int
    full: int
    rounding: Rounding
    not_applicable: Literal["full", "zero", "left_out"]
    meets: int | None  # the score that meets the standard, in grains
    meets_from: str  # or the lowest grade that does
    bonus_most: int | None
    bonus_takes: Literal["sum", "highest"]
    sections: tuple[Section, ...]
    bands: tuple[Band, ...]  # best first
    ungraded: str  # who reaches none of them
    ranking: Ranking | None
    money: Money | None

    def in_grains(self, points: Any) -> int:
        """Points as grains; they are whole in it, which the check of the pack has seen."""
        return int(Fraction(points) * self.grains)
