"""The counting of days, on the calendar of 2026 as it was announced."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fengqiao.lib.days import Calendar, Unit, add_months, next_workday, reckon


def days(*spans: tuple[int, int, int]) -> frozenset[date]:
    """(month, first, last) of 2026."""
    return frozenset(date(2026, m, d) for m, first, last in spans for d in range(first, last + 1))


OFF = days((1, 1, 3), (2, 15, 23), (4, 4, 6), (5, 1, 5), (6, 19, 21), (9, 25, 27), (10, 1, 7))
WORKED = days((1, 4, 4), (2, 14, 14), (2, 28, 28), (5, 9, 9), (9, 20, 20), (10, 10, 10))
CALENDAR = Calendar(OFF, WORKED, frozenset({2026}))
DAY = st.dates(date(2026, 1, 1), date(2026, 11, 1))


@pytest.mark.parametrize(
    ("start", "length", "due"),
    [
        (date(2026, 2, 9), 5, date(2026, 2, 14)),  # a Saturday that is worked counts
        (date(2026, 2, 13), 5, date(2026, 2, 27)),
        (date(2026, 9, 18), 5, date(2026, 9, 24)),
        (date(2026, 9, 24), 10, date(2026, 10, 15)),
        (date(2026, 9, 29), 3, date(2026, 10, 9)),
    ],
)
def test_working_days_skip_days_off_and_count_worked_weekends(start, length, due):
    assert reckon(start, length, Unit.WORKING_DAYS, CALENDAR, rolls=True).due == due


def test_the_first_day_is_not_counted():
    assert reckon(date(2026, 3, 2), 30, Unit.DAYS, CALENDAR, rolls=True).last == date(2026, 4, 1)


def test_a_last_day_that_is_off_moves_on_and_both_days_are_kept():
    told = reckon(date(2026, 9, 1), 30, Unit.DAYS, CALENDAR, rolls=True)
    assert (told.last, told.due, told.moved) == (date(2026, 10, 1), date(2026, 10, 8), True)
    assert told.skipped == tuple(date(2026, 10, d) for d in range(1, 8))


def test_a_last_day_that_is_a_worked_weekend_stays():
    told = reckon(date(2026, 9, 10), 1, Unit.MONTHS, CALENDAR, rolls=True)
    assert told.due == date(2026, 10, 10)
    assert not told.moved


def test_a_term_that_ends_a_restriction_never_moves_on():
    told = reckon(date(2026, 9, 1), 30, Unit.DAYS, CALENDAR, rolls=False)
    assert told.due == date(2026, 10, 1)
    assert not told.provisional


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2024, 2, 29), 36, date(2027, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
    ],
)
def test_months_end_on_the_corresponding_day_or_the_last_one(start, count, end):
    assert add_months(start, count) == end


def test_what_rests_on_a_year_that_was_not_announced_is_provisional():
    told = reckon(date(2026, 12, 25), 10, Unit.WORKING_DAYS, CALENDAR, rolls=True)
    assert told.provisional
    assert not reckon(date(2026, 12, 1), 10, Unit.WORKING_DAYS, CALENDAR, rolls=True).provisional


@pytest.mark.parametrize("length", [0, -1])
def test_a_term_without_a_day_is_refused(length):
    with pytest.raises(ValueError, match="at least one"):
        reckon(date(2026, 1, 1), length, Unit.DAYS, CALENDAR, rolls=True)


@pytest.mark.parametrize("unit", list(Unit))
def test_an_end_beyond_the_calendar_is_refused(unit):
    with pytest.raises(ValueError, match="beyond"):
        reckon(date(9999, 12, 1), 10_000, unit, CALENDAR, rolls=True)


@given(DAY, st.integers(1, 40))
def test_between_start_and_end_lie_just_so_many_working_days(start, length):
    told = reckon(start, length, Unit.WORKING_DAYS, CALENDAR, rolls=True)
    passed = [start + timedelta(days=n) for n in range(1, (told.due - start).days + 1)]
    assert sum(map(CALENDAR.is_workday, passed)) == length
    assert CALENDAR.is_workday(told.due)
    assert [day for day in passed if not CALENDAR.is_workday(day)] == list(told.skipped)


@given(DAY, st.integers(1, 300), st.sampled_from([Unit.DAYS, Unit.MONTHS]))
def test_moving_on_never_shortens_a_term_and_passes_days_off_alone(start, length, unit):
    told = reckon(start, length, unit, CALENDAR, rolls=True)
    assert told.due >= told.last
    assert told.due == next_workday(told.last, CALENDAR)
    assert not any(map(CALENDAR.is_workday, told.skipped))


@given(DAY, st.integers(1, 40), st.integers(1, 40))
def test_working_days_add_up(start, one, other):
    def due(begin, length):
        return reckon(begin, length, Unit.WORKING_DAYS, CALENDAR, rolls=True).due

    assert due(due(start, one), other) == due(start, one + other)
