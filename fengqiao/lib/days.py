"""How the law counts days: the first day is not counted; working days skip days off; a last day that
is a day off moves on to the next working day where the rule says so (民法典 201–203).

The calendar is given: which weekdays are off, which weekend days are worked, and for which years
that is settled. What rests on a year that is not settled is said to be provisional.
"""

import calendar as months
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

ONE = timedelta(days=1)
SATURDAY = 5  # as `date.weekday` numbers it


class Unit(StrEnum):
    """In what a term is counted."""

    DAYS = "calendar_days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days off beside weekends, weekend days that are worked, and the years announced."""

    off: frozenset[date]
    worked: frozenset[date]
    settled: frozenset[int]

    def is_workday(self, day: date) -> bool:
        if day in self.worked:
            return True
        return day.weekday() < SATURDAY and day not in self.off

    def workdays(self, first: date, last: date) -> int:
        """How many working days there are, both days included."""
        return sum(map(self.is_workday, _days(first, last)))

    def is_settled(self, day: date) -> bool:
        return day.year in self.settled


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A term from its first moment to its end, with what the counting passed over.

    `last` is the last day by the count alone, `due` the one after moving on; `skipped` are the days
    off that were passed over to get there.
    """

    start: date
    length: int
    unit: Unit
    last: date
    due: date
    skipped: tuple[date, ...]
    provisional: bool

    @property
    def moved(self) -> bool:
        """Whether the last day was a day off and the end moved on."""
        return self.due != self.last


def reckon(start: date, length: int, unit: Unit, calendar: Calendar, *, rolls: bool) -> Reckoned:
    """The end of a term of `length` units that begins on `start`; ValueError where the length is
    not positive or the end lies beyond the last day that there is."""
    if length < 1:
        raise ValueError("a term has at least one day")
    try:
        if unit is Unit.WORKING_DAYS:
            return _by_working_days(start, length, calendar)
        last = _last_day(start, length, unit)
        due = next_workday(last, calendar) if rolls else last
    except OverflowError as error:
        raise ValueError("beyond the end of the calendar") from error
    looked_at = list(_days(last, due)) if rolls else []
    skipped = tuple(day for day in looked_at if day != due)
    unsettled = any(not calendar.is_settled(day) for day in looked_at)
    return Reckoned(start, length, unit, last, due, skipped, unsettled)


def next_workday(day: date, calendar: Calendar) -> date:
    """The day itself, or the first working day after it."""
    while not calendar.is_workday(day):
        day += ONE
    return day


def add_months(start: date, count: int) -> date:
    """The corresponding day of the month, or its last day where it has none (民法典 202)."""
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    if year > date.max.year:
        raise OverflowError("beyond the last year")
    longest = months.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, longest))


def _by_working_days(start: date, length: int, calendar: Calendar) -> Reckoned:
    day, counted, skipped, unsettled = start, 0, [], False
    while counted < length:
        day += ONE
        unsettled |= not calendar.is_settled(day)
        if calendar.is_workday(day):
            counted += 1
        else:
            skipped.append(day)
    return Reckoned(start, length, Unit.WORKING_DAYS, day, day, tuple(skipped), unsettled)


def _last_day(start: date, length: int, unit: Unit) -> date:
    if unit is Unit.DAYS:
        return start + timedelta(days=length)
    return add_months(start, length * 12 if unit is Unit.YEARS else length)


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += ONE
