"""The calendar that is in force: what came with the system, and over it what was entered and
confirmed here."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from fengqiao.kernel.deadlines.models import Arrangement
from fengqiao.lib.days import Calendar

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Year:
    """The days of one year that are not as the week would have them."""

    off: frozenset[date]
    worked: frozenset[date]

    @classmethod
    def of(cls, arrangement: Arrangement) -> "Year":
        """The days of an arrangement, confirmed or not."""
        return cls(_days(arrangement.off), _days(arrangement.worked))


def in_force() -> Calendar:
    """One statement; what it builds is kept until an arrangement is confirmed."""
    stamp = Arrangement.objects.confirmed().values_list("pk", flat=True)
    return _built(tuple(stamp))


@cache
def announced() -> dict[int, Year]:
    """The years whose notices came with the system."""
    return _read(DATA / "announced.csv")


@cache
def expected() -> dict[int, Year]:
    """Later years by their legal holidays alone, without days that are moved."""
    return _read(DATA / "expected.csv")


@cache
def _built(confirmed: tuple[int, ...]) -> Calendar:
    years = expected() | announced()
    entered = {
        one.year: Year.of(one) for one in Arrangement.objects.confirmed().filter(pk__in=confirmed)
    }
    return _joined(years | entered, frozenset(announced()) | frozenset(entered))


def with_year(year: int, days: Year) -> Calendar:
    """The year as it would be by these days alone."""
    return _joined({year: days}, frozenset({year}))


def _joined(years: dict[int, Year], settled: frozenset[int]) -> Calendar:
    nothing: frozenset[date] = frozenset()
    return Calendar(
        off=nothing.union(*(year.off for year in years.values())),
        worked=nothing.union(*(year.worked for year in years.values())),
        settled=settled,
    )


def _days(texts: list[str]) -> frozenset[date]:
    return frozenset(map(date.fromisoformat, texts))


def _read(path: Path) -> dict[int, Year]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = [(date.fromisoformat(row["day"]), row["kind"]) for row in csv.DictReader(file)]
    return {
        year: Year(
            off=frozenset(day for day, kind in rows if day.year == year and kind == "off"),
            worked=frozenset(day for day, kind in rows if day.year == year and kind == "worked"),
        )
        for year in {day.year for day, _kind in rows}
    }
