"""The periods for which figures are asked: from a day to an assessment year, which begins in December."""

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fengqiao.kernel.indicators.periods import Period

HALF = 15  # the last day of the first half of a month
NUMERALS = "一二三四"


@dataclass(frozen=True, slots=True)
class Span:
    """A kind of period: the one that holds a day, and how that is called."""

    title: str | Promise
    holding: Callable[[date], Period]
    said: Callable[[Period], str]

    def before(self, period: Period) -> Period:
        return self.holding(period.first - timedelta(days=1))

    def year_before(self, period: Period) -> Period:
        """The one that begins on the same day of the last year; 28 February for the 29th."""
        first = period.first
        day = min(first.day, calendar.monthrange(first.year - 1, first.month)[1])
        return self.holding(first.replace(year=first.year - 1, day=day))

    def last(self, period: Period, count: int) -> list[Period]:
        """So many up to this one, the oldest first."""
        found = [period]
        while len(found) < count:
            found.insert(0, self.before(found[0]))
        return found


def _months(count: int, first: int = 1) -> Callable[[date], Period]:
    """Periods of so many months, of which one begins in the month `first`."""

    def holding(day: date) -> Period:
        since = (day.month - first) % 12 % count
        at = day.year * 12 + day.month - 1 - since
        begin = date(at // 12, at % 12 + 1, 1)
        end = at + count - 1
        year, month = end // 12, end % 12 + 1
        return Period(begin, date(year, month, calendar.monthrange(year, month)[1]))

    return holding


def _half_month(day: date) -> Period:
    if day.day <= HALF:
        return Period(day.replace(day=1), day.replace(day=HALF))
    last = calendar.monthrange(day.year, day.month)[1]
    return Period(day.replace(day=HALF + 1), day.replace(day=last))


def _half_month_said(period: Period) -> str:
    said = {"year": period.first.year, "month": period.first.month}
    if period.first.day == 1:
        return _("%(year)d年%(month)d月上半月") % said
    return _("%(year)d年%(month)d月下半月") % said


def _quarter_said(period: Period) -> str:
    number = NUMERALS[(period.first.month - 1) // 3]
    return _("%(year)d年第%(number)s季度") % {"year": period.first.year, "number": number}


def _half_year_said(period: Period) -> str:
    half = _("上半年") if period.first.month == 1 else _("下半年")
    return _("%(year)d年%(half)s") % {"year": period.first.year, "half": half}


SPANS: dict[str, Span] = {
    "day": Span(gettext_lazy("日"), lambda day: Period(day, day), lambda one: str(one.first)),
    "half_month": Span(gettext_lazy("半月"), _half_month, _half_month_said),
    "month": Span(
        gettext_lazy("月"),
        _months(1),
        lambda one: _("%(year)d年%(month)d月") % {"year": one.first.year, "month": one.first.month},
    ),
    "quarter": Span(gettext_lazy("季度"), _months(3), _quarter_said),
    "half_year": Span(gettext_lazy("半年"), _months(6), _half_year_said),
    "year": Span(gettext_lazy("年"), _months(12), lambda one: _("%d年") % one.first.year),
    "assessment_year": Span(
        gettext_lazy("考核年度(上年12月至11月)"),
        _months(12, first=12),
        lambda one: _("%d考核年度") % one.last.year,
    ),
}
