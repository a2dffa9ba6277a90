"""Counts the monthly return from the indicators."""

from collections.abc import Collection
from datetime import date

from django.utils import timezone

from fengqiao.kernel.indicators.counting import Value
from fengqiao.kernel.indicators.figures import together
from fengqiao.kernel.indicators.measures import Count
from fengqiao.kernel.indicators.periods import Period
from fengqiao.kernel.indicators.registry import indicator
from fengqiao.oversight.reports.monthly.model import Comparison, Prevented, Return
from fengqiao.oversight.reports.months import Month
from fengqiao.oversight.reports.reported import ACCEPTED, reported_of
from fengqiao.oversight.reports.territory import Territory

REGISTERED = "disputes.registered"


def monthly_return(place: Territory, month: Month) -> Return:
    """InputRefused for a month to come."""
    today = timezone.localdate()
    month.refuse_not_begun(today)
    period, offices = month.period, place.offices_on(month.last)
    accepted = together(indicator(ACCEPTED), period, offices)
    success = _whole("success_rate", period, offices)
    now = accepted[()].of
    dimensions = indicator(ACCEPTED).subject.dimension

    def split(name: str) -> dict[str, int]:
        return {word: accepted[(name, word),].of for word in dimensions(name).all_words}

    return Return(
        place=place,
        month=month,
        accepted=now,
        by_source=split("source"),
        by_type=split("type"),
        succeeded=success.of,
        closed=success.among or 0,
        cents=_whole("amount", period, offices).of,
        year_on_year=_compared(place, now, month.year_before),
        month_on_month=_compared(place, now, month.before),
        prevented_crime=_prevented("prevented_crime", period, offices),
        prevented_group=_prevented("prevented_group", period, offices),
        is_known=in_system(offices, month.last),
        is_over=month.last < today,
    )


def in_system(offices: Collection[int], last: date) -> bool:
    """Whether these offices have a case that was registered on the day or before it."""
    registered = indicator(REGISTERED)
    measure = registered.measure(registered.subject.of(offices), Period(date.min, last))
    return isinstance(measure, Count) and measure.rows.exists()


def _whole(name: str, period: Period, offices: Collection[int]) -> Value:
    return together(indicator(f"disputes.{name}"), period, offices)[()]


def _prevented(name: str, period: Period, offices: Collection[int]) -> Prevented:
    cases, persons = (_whole(one, period, offices).of for one in (name, f"{name}_persons"))
    return Prevented(cases, persons)


def _compared(place: Territory, now: int, month: Month) -> Comparison:
    """What is counted beats what was reported."""
    offices, reported = place.offices_on(month.last), reported_of(place, month)
    if in_system(offices, month.last):
        base = _whole("accepted", month.period, offices).of
        return Comparison(month, now, base, "computed", reported)
    if reported is not None:
        return Comparison(month, now, reported.value, "reported", reported)
    return Comparison(month, now, None, None)
