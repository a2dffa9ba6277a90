"""The watch tells each level once: after downtime, in two processes, past a row that is broken."""

from datetime import date, timedelta

import pytest
from django.db import connection

from fengqiao.kernel.deadlines import terms
from fengqiao.kernel.deadlines.levels import level_on
from fengqiao.kernel.deadlines.models import Level
from fengqiao.kernel.deadlines.signals import level_reached
from fengqiao.kernel.deadlines.terms import Length
from fengqiao.kernel.deadlines.watching import waiting, watch
from fengqiao.lib.days import Unit

pytestmark = pytest.mark.django_db

# 30 days from 2026-09-01: the last by the count is 10-01, a holiday; it moves on to 10-08.
MOVED = Length(30, Unit.DAYS, rolls=True)
SEPTEMBER = date(2026, 9, 1)


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def test_each_level_is_told_once_on_its_day(begun, told):
    begun(MOVED, on=SEPTEMBER)
    seen = {}
    for day in days(SEPTEMBER, date(2026, 10, 20)):
        watch(day)
        watch(day)
        for _pk, level in told:
            seen.setdefault(level, day)
        assert len(told) == len(seen)
    assert seen == {
        Level.SOON: date(2026, 9, 28),  # three days before the day by the count alone
        Level.DUE: date(2026, 10, 1),
        Level.OVERDUE: date(2026, 10, 9),  # only after the day to which it moved
        Level.ESCALATED: date(2026, 10, 12),
    }


def test_after_a_week_without_a_watch_the_level_of_the_day_is_told_once(begun, told):
    term = begun(MOVED, on=SEPTEMBER)
    watch(date(2026, 9, 20))
    assert watch(date(2026, 10, 11)) == 1
    assert told == [(term.pk, Level.OVERDUE)]


def test_what_was_met_paused_or_dropped_is_told_no_more(begun, told):
    term = begun(MOVED, on=SEPTEMBER)
    terms.meet(term, on=date(2026, 9, 20), by=None)
    other = begun(MOVED, on=SEPTEMBER)
    terms.pause(other, on=date(2026, 9, 20), reason="等待鉴定", by=None)
    watch(date(2026, 12, 31))
    assert told == []


def test_an_extended_term_begins_to_be_told_anew(begun, told):
    term = begun(MOVED, on=SEPTEMBER)
    watch(date(2026, 9, 28))
    terms.extend(term, 30, on=date(2026, 9, 29), reason="案情复杂", by=None)
    watch(date(2026, 10, 9))
    assert told == [(term.pk, Level.SOON)]
    watch(date(2026, 10, 28))
    assert told == [(term.pk, Level.SOON), (term.pk, Level.SOON)]


def test_what_rests_on_a_year_that_was_not_announced_is_never_held_to_be_overdue(begun, told):
    begun(Length(30, Unit.WORKING_DAYS, rolls=True), on=date(2026, 12, 28))
    for day in days(date(2026, 12, 28), date(2027, 6, 1)):
        watch(day)
    assert [level for _pk, level in told] == [Level.SOON, Level.DUE]


def test_a_term_that_cannot_be_told_does_not_stop_the_others(begun, told, cast):
    broken, whole = begun(MOVED, on=SEPTEMBER), begun(MOVED, on=SEPTEMBER, subject=cast.director)

    def fail(sender, *, term, **kwargs):
        if term.pk == broken.pk:
            raise RuntimeError("this term cannot be told")

    level_reached.connect(fail)
    try:
        watch(date(2026, 9, 28))
        watch(date(2026, 9, 29))
    finally:
        level_reached.disconnect(fail)
    assert [pk for pk, _level in told if pk == whole.pk] == [whole.pk]
    broken.refresh_from_db()
    assert (broken.level, broken.watch_on) == (Level.QUIET, date(2026, 9, 30))
    watch(date(2026, 9, 30))
    assert (broken.pk, Level.SOON) in told


def test_a_term_that_another_watch_has_told_meanwhile_is_not_told_again(begun, told, monkeypatch):
    begun(MOVED, on=SEPTEMBER)
    day = date(2026, 9, 28)
    stale = list(waiting(day))
    watch(day)
    looked = iter([stale, []])
    monkeypatch.setattr("fengqiao.kernel.deadlines.watching.waiting", lambda today: next(looked))
    assert watch(day) == 0
    assert len(told) == 1


def test_the_level_of_a_day_only_rises(begun):
    term = begun(MOVED, on=SEPTEMBER)
    levels = [level_on(term, day) for day in days(SEPTEMBER, date(2026, 11, 1))]
    assert levels == sorted(levels)


def test_the_watch_finds_what_waits_by_an_index(begun):
    begun(MOVED, on=SEPTEMBER)
    if connection.vendor == "sqlite":
        assert "term_watch" in waiting(SEPTEMBER).explain()
