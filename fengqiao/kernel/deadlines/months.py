"""A year as twelve small sheets, each day with what it is."""

import calendar as months
from dataclasses import dataclass
from datetime import date

from fengqiao.lib.days import SATURDAY, Calendar

OFF, WORKED, WEEKEND, PLAIN = "off", "worked", "weekend", "plain"


@dataclass(frozen=True, slots=True)
class Month:
    """Weeks from Monday; None where the week reaches into another month."""

    number: int
    weeks: list[list["Day | None"]]


@dataclass(frozen=True, slots=True)
class Day:
    """`kind` is one of the words above."""

    on: date
    kind: str


def sheets(year: int, calendar: Calendar) -> list[Month]:
    """The twelve months of the year."""
    return [Month(number, _weeks(year, number, calendar)) for number in range(1, 13)]


def kind_of(on: date, calendar: Calendar) -> str:
    if on in calendar.worked:
        return WORKED
    if on in calendar.off:
        return OFF
    return WEEKEND if on.weekday() >= SATURDAY else PLAIN


def _weeks(year: int, number: int, calendar: Calendar) -> list[list[Day | None]]:
    weeks = months.Calendar().monthdatescalendar(year, number)
    return [
        [Day(on, kind_of(on, calendar)) if on.month == number else None for on in week]
        for week in weeks
    ]
