"""Windows against the calendar, day by day."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from fengqiao.rulebook.windows import UNITS, after, periods, span, start

DAYS = some.dates(date(2000, 1, 1), date(2100, 12, 31))


@given(some.sampled_from(UNITS), DAYS, some.integers(1, 12))
def test_every_day_lies_in_one_unit_and_units_follow_each_other(
    unit: str, day: date, begins: int
) -> None:
    first = start(unit, day, begins)
    end = after(unit, first)
    assert first <= day < end
    assert start(unit, end, begins) == end
    assert start(unit, end - timedelta(days=1), begins) == first


@given(some.sampled_from(UNITS), some.sampled_from(UNITS), DAYS)
def test_whole_periods_lie_in_the_window_side_by_side_and_are_over(
    every: str, window: str, day: date
) -> None:
    first, end = span(window, day)
    found = periods(every, window, day)
    assert all(first <= begun and then <= end <= day + timedelta(days=1) for begun, then in found)
    assert all(one[1] == other[0] for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("window", "on", "first", "end"),
    [
        ("year", date(2026, 6, 30), date(2026, 1, 1), date(2026, 7, 1)),
        (
            {"window": "year", "begins": 12},
            date(2026, 11, 30),
            date(2025, 12, 1),
            date(2026, 12, 1),
        ),
        ({"window": "year", "begins": 12}, date(2026, 12, 1), date(2026, 12, 1), date(2026, 12, 2)),
        ({"window": "year", "back": 1}, date(2024, 2, 29), date(2023, 1, 1), date(2024, 1, 1)),
        ({"window": "month", "back": 2}, date(2026, 1, 31), date(2025, 11, 1), date(2025, 12, 1)),
        ("half_month", date(2026, 2, 16), date(2026, 2, 16), date(2026, 2, 17)),
        (
            {"window": "half_month", "back": 1},
            date(2026, 3, 1),
            date(2026, 2, 16),
            date(2026, 3, 1),
        ),
        ("week", date(2026, 11, 29), date(2026, 11, 23), date(2026, 11, 30)),
        ({"days": 365}, date(2026, 1, 1), date(2025, 1, 2), date(2026, 1, 2)),
    ],
)
def test_windows_a_person_can_check(window: object, on: date, first: date, end: date) -> None:
    assert span(window, on) == (first, end)


def test_half_months_of_a_year_are_twenty_four() -> None:
    assert len(periods("half_month", "year", date(2026, 12, 31))) == 24
    assert len(periods("month", {"window": "year", "begins": 12}, date(2026, 11, 30))) == 12
