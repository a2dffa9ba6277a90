"""Which calendar is in force, and how an arrangement comes into force."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.deadlines import arranging
from fengqiao.kernel.deadlines.calendar import announced, expected, in_force
from fengqiao.kernel.deadlines.models import State
from fengqiao.kernel.deadlines.reckoning import by_statute, by_term
from fengqiao.lib.days import SATURDAY, Unit
from fengqiao.lib.faults import InputRefused
from fengqiao.rulebook.statutes import Term, load

pytestmark = pytest.mark.django_db


def test_the_years_that_came_with_the_system_are_whole():
    assert sorted(announced()) == list(range(2004, 2027))
    calendar = in_force()
    days = [
        date.fromordinal(n)
        for n in range(date(2026, 1, 1).toordinal(), date(2027, 1, 1).toordinal())
    ]
    assert sum(map(calendar.is_workday, days)) == 248


def test_days_off_are_weekdays_and_worked_days_are_weekends():
    for year in [*announced().values(), *expected().values()]:
        assert all(day.weekday() < SATURDAY for day in year.off)
        assert all(day.weekday() >= SATURDAY for day in year.worked)


def test_a_year_without_a_notice_is_counted_without_moved_days_and_said_to_be_expected():
    calendar = in_force()
    assert 2027 not in calendar.settled
    assert not calendar.is_workday(date(2027, 2, 8))
    assert calendar.is_workday(date(2027, 2, 11))
    assert not expected()[2027].worked


def test_what_was_entered_counts_once_another_person_has_confirmed_it(enter, second):
    made = enter()
    assert in_force().is_workday(date(2027, 2, 11))
    arranging.confirm(made, by=second)
    calendar = in_force()
    assert not calendar.is_workday(date(2027, 2, 11))
    assert calendar.is_workday(date(2027, 2, 20))
    assert calendar.is_settled(date(2027, 3, 1))


def test_a_later_notice_of_a_year_replaces_the_earlier_one(enter, second):
    arranging.confirm(enter(), by=second)
    arranging.confirm(enter(text="1月1日放假。"), by=second)
    assert in_force().is_workday(date(2027, 2, 11))


def test_who_entered_it_cannot_confirm_it(enter, cast):
    made = enter()
    with pytest.raises(InputRefused, match="录入人不能复核"):
        arranging.confirm(made, by=cast.city)
    made.refresh_from_db()
    assert made.state == State.ENTERED


def test_nor_does_the_database_let_him(enter, cast):
    made = enter()
    made.state, made.confirmed_by, made.confirmed_at = State.CONFIRMED, cast.city, timezone.now()
    with pytest.raises(IntegrityError), transaction.atomic():
        made.save()


def test_what_was_discarded_or_confirmed_is_not_changed_again(enter, second):
    gone, there = enter(), enter()
    arranging.discard(gone, by=second)
    arranging.confirm(there, by=second)
    for made in (gone, there):
        for act in (arranging.confirm, arranging.discard):
            with pytest.raises(InputRefused, match="不能再改"):
                act(made, by=second)


def test_each_act_is_in_the_trail(enter, second):
    made = enter()
    arranging.confirm(made, by=second)
    acts = list(Entry.objects.about(made).order_by("pk").values_list("act", flat=True))
    assert acts == ["deadlines.entered", "deadlines.confirmed"]


def test_the_steps_say_what_was_passed_over():
    told = by_term(Term(10, Unit.WORKING_DAYS, rolls=True), date(2026, 9, 24))
    assert told.reckoned.due == date(2026, 10, 15)
    assert told.steps == [
        "起算日2026-09-24(星期四)当天不计入,从2026-09-25(星期五)数起。",
        "其间11天不上班,不计入:9月25日、9月26日、9月27日、10月1日、10月2日、10月3日、10月4日、10月5日、10月6日、10月7日、10月11日。",
        "其间调休上班的10月10日计入。",
        "数满10个工作日,是2026-10-15(星期四)。",
    ]


def test_a_moved_end_is_told_with_both_days():
    told = by_statute(load()["MED-22"], date(2026, 9, 1))
    assert told.reckoned.last == date(2026, 10, 1)
    assert told.steps[-1].startswith("最后一日不上班,顺延到之后第一个工作日2026-10-08(星期四)")


def test_a_day_before_the_law_was_in_force_is_refused():
    with pytest.raises(InputRefused, match="自2011-01-01起施行"):
        by_statute(load()["MED-22"], date(2010, 1, 1))


def test_a_term_beyond_the_calendar_is_refused():
    with pytest.raises(InputRefused, match="期限太长"):
        by_term(Term(1000, Unit.YEARS, rolls=True), date(9000, 1, 1))
