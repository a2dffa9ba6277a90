"""The monthly return as whole numbers; every rate of it is an exact fraction, or none."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from fengqiao.oversight.reports.models import ReportedFigure
from fengqiao.oversight.reports.months import Month
from fengqiao.oversight.reports.territory import Territory

CENTS_OF_WAN = 1_000_000


@dataclass(frozen=True, slots=True)
class Comparison:
    """Line 1 against another month: counted, else reported, else with nothing to compare with.
    `reported` is what was entered of that month, whether or not it counts."""

    month: Month
    now: int
    base: int | None
    source: Literal["computed", "reported"] | None
    reported: ReportedFigure | None = None

    @property
    def diff(self) -> int | None:
        return None if self.base is None else self.now - self.base

    @property
    def percent(self) -> Fraction | None:
        """None where there is nothing to compare with, and where that was 0."""
        return percent(self.now - self.base, self.base) if self.base else None


@dataclass(frozen=True, slots=True)
class Prevented:
    """What was kept from happening: cases (件) and the people in them (人)."""

    cases: int
    persons: int


@dataclass(frozen=True, slots=True)
class Return:
    """`cents` is the sum in the agreements, in hundredths of a yuan."""

    place: Territory
    month: Month
    accepted: int
    by_source: Mapping[str, int]
    by_type: Mapping[str, int]
    succeeded: int
    closed: int  # with or without success
    cents: int
    year_on_year: Comparison
    month_on_month: Comparison
    prevented_crime: Prevented
    prevented_group: Prevented
    is_known: bool  # whether anything was registered in the area by then
    is_over: bool  # whether the month is

    @property
    def success_rate(self) -> Fraction | None:
        return percent(self.succeeded, self.closed)

    @property
    def success_of_accepted(self) -> Fraction | None:
        """旧口径: may be more than a hundred."""
        return percent(self.succeeded, self.accepted)

    @property
    def wan(self) -> Fraction:
        """In units of ten thousand yuan."""
        return Fraction(self.cents, CENTS_OF_WAN)

    def share(self, of: int) -> Fraction | None:
        """Of what was accepted."""
        return percent(of, self.accepted)


def percent(of: int, among: int) -> Fraction | None:
    """None among nothing."""
    return Fraction(100 * of, among) if among else None
