"""A value of an indicator as it is printed."""

from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _

from fengqiao.kernel.indicators.counting import Value
from fengqiao.kernel.indicators.periods import Period
from fengqiao.kernel.indicators.registry import Indicator
from fengqiao.lib.rounding import half_away
from fengqiao.oversight.reports.monthly.datafile import NONE

WAN = 10_000


@dataclass(frozen=True, slots=True)
class Shown:
    """A value of an indicator in a period; `number` is what is drawn: a rate in percent, an amount in
    units of ten thousand yuan. None: no cases, or a time of which the system knows nothing (`known`)."""

    indicator: Indicator
    period: Period
    value: Value
    scale: int
    known: bool = True

    @property
    def number(self) -> Fraction | None:
        of, among = self.value
        if not self.known:
            return None
        if among is not None:
            return Fraction(100 * of, among) if among else None
        return Fraction(of, self.scale * WAN) if self.scale > 1 else Fraction(of)

    @property
    def said(self) -> str:
        """`96.9%`, `82 件`, `454.40 万元`, 无."""
        if self.number is None:
            return NONE
        if self.value.among is not None:
            return f"{half_away(self.number, 1)}%"
        if self.scale > 1:
            return f"{half_away(self.number, 2)} {_('万元')}"
        return f"{self.value.of} {self.indicator.unit}"

    @property
    def of_among(self) -> str:
        """`72/73`, for rates."""
        return "" if self.value.among is None else f"{self.value.of}/{self.value.among}"
