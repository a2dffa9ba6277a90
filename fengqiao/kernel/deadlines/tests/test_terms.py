"""What may happen to a term, each with its missing thing and its wrong moment."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fengqiao.kernel.deadlines import arranging, terms
from fengqiao.kernel.deadlines.calendar import in_force
from fengqiao.kernel.deadlines.models import Change, Level, Term, TermState
from fengqiao.kernel.deadlines.terms import Length, length_by
from fengqiao.kernel.deadlines.watching import recount_all
from fengqiao.lib.days import Unit
from fengqiao.lib.faults import InputRefused

pytestmark = pytest.mark.django_db

START = date(2026, 3, 2)


def changes(term: Term) -> list[str]:
    return list(term.changes.values_list("change", flat=True))


def test_a_term_keeps_the_length_and_the_article_of_the_day_on_which_it_began(begun):
    term = begun(length_by("MED-22", START))
    assert (term.length, term.unit, term.due_on) == (30, Unit.DAYS, date(2026, 4, 1))
    assert term.cite == "《民事诉讼法》第二百零五条"
    assert changes(term) == [Change.STARTED]


def test_an_article_that_was_not_verified_is_not_kept(begun):
    assert begun(length_by("MED-11", START)).cite == ""


def test_a_rule_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        length_by("MED-99", START)


def test_a_rule_that_was_not_in_force_is_refused():
    with pytest.raises(InputRefused, match="还没有施行"):
        length_by("MED-22", date(2001, 1, 1))


def test_one_of_a_name_runs_at_a_time(begun):
    term = begun()
    with pytest.raises(IntegrityError), transaction.atomic():
        begun()
    terms.meet(term, on=START, by=None)
    assert begun().pk != term.pk


def test_days_in_a_pause_are_not_counted(begun):
    term = begun(Length(30, Unit.DAYS, rolls=False))
    paused = terms.pause(term, on=date(2026, 3, 12), reason="等待鉴定", by=None)
    assert (paused.state, paused.left, paused.watch_on) == (TermState.PAUSED, 21, None)
    resumed = terms.resume(paused, on=date(2026, 4, 12), by=None)
    assert resumed.due_on == term.due_on + timedelta(days=31)
    assert changes(term) == [Change.STARTED, Change.PAUSED, Change.RESUMED]


def test_an_extension_wants_a_reason_and_comes_before_the_end(begun):
    term = begun(Length(10, Unit.WORKING_DAYS, rolls=True))
    with pytest.raises(InputRefused, match="写明理由"):
        terms.extend(term, 10, on=START, reason="", by=None)
    with pytest.raises(InputRefused, match="期限已过"):
        terms.extend(term, 10, on=date(2026, 5, 1), reason="案情复杂", by=None)
    longer = terms.extend(term, 10, on=START, reason="案情复杂", by=None)
    assert longer.due_on == date(2026, 3, 30)


@pytest.mark.parametrize("on", [START, START - timedelta(days=1), date(2026, 6, 1)])
def test_a_pause_lies_between_start_and_end(begun, on):
    with pytest.raises(InputRefused, match="暂停的日期"):
        terms.pause(begun(), on=on, reason="等待鉴定", by=None)


def test_a_pause_does_not_end_before_it_began(begun):
    paused = terms.pause(begun(), on=date(2026, 3, 12), reason="等待鉴定", by=None)
    with pytest.raises(InputRefused, match="恢复的日期"):
        terms.resume(paused, on=date(2026, 3, 11), by=None)


def test_what_has_ended_is_not_touched_again(begun, cast):
    term = terms.meet(begun(), on=date(2026, 4, 2), by=cast.clerk)
    assert term.was_late
    acts = [
        lambda: terms.pause(term, on=date(2026, 3, 5), reason="等", by=None),
        lambda: terms.extend(term, 5, on=START, reason="因", by=None),
        lambda: terms.meet(term, on=START, by=None),
        lambda: terms.drop(term, on=START, reason="因", by=None),
        lambda: terms.hand_over(term, to=cast.director, on=START, by=None),
    ]
    for act in acts:
        with pytest.raises(InputRefused, match="已办结,不能这样处理"):
            act()


def test_a_term_met_on_its_last_day_is_not_late(begun):
    assert not terms.meet(begun(), on=date(2026, 4, 1), by=None).was_late


def test_nothing_is_met_before_it_began(begun):
    with pytest.raises(InputRefused, match="不能早于起算日"):
        terms.meet(begun(), on=date(2026, 3, 1), by=None)


def test_another_owner_is_noted(begun, cast):
    term = terms.hand_over(begun(), to=cast.director, on=START, by=cast.clerk, reason="调岗")
    assert term.owner == cast.director
    assert changes(term) == [Change.STARTED, Change.HANDED_OVER]


def test_who_owns_a_term_or_works_in_its_office_sees_it(begun, cast):
    term = begun()
    assert term in Term.objects.visible_to(cast.clerk)
    assert term in Term.objects.visible_to(cast.director)
    assert term not in Term.objects.visible_to(cast.city)


def test_when_a_year_is_announced_ends_that_rested_on_it_are_counted_anew(
    begun, enter, second, moved
):
    term = begun(Length(30, Unit.WORKING_DAYS, rolls=True), on=date(2026, 12, 28))
    assert term.provisional
    before = term.due_on
    arranging.confirm(enter(), by=second)
    assert recount_all(date(2026, 12, 29)) == 1
    term.refresh_from_db()
    assert not term.provisional
    assert term.due_on == date(2027, 2, 16)
    assert before != term.due_on
    assert moved == [(term.pk, before)]
    assert term.changes.last().change == Change.RECOUNTED
    assert recount_all(date(2026, 12, 29)) == 0


DAYS = st.integers(0, 60).map(lambda n: START + timedelta(days=n))
ACT = st.one_of(
    st.tuples(st.just("pause"), DAYS),
    st.tuples(st.just("resume"), DAYS),
    st.tuples(st.just("extend"), st.integers(1, 20)),
    st.tuples(st.just("meet"), DAYS),
    st.tuples(st.just("drop"), DAYS),
)


def act_on(term: Term, name: str, value) -> None:
    if name == "extend":
        terms.extend(term, value, on=START, reason="案情复杂", by=None)
    elif name in ("pause", "drop"):
        getattr(terms, name)(term, on=value, reason="等待鉴定", by=None)
    else:
        getattr(terms, name)(term, on=value, by=None)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.sampled_from(list(Unit)[:3]), st.integers(1, 30), st.lists(ACT, max_size=6))
def test_whatever_is_done_a_term_runs_on_grounds_and_ends_once(begun, unit, length, acts):
    term = begun(Length(length, unit, rolls=True))
    for name, value in acts:
        with suppress(InputRefused), transaction.atomic():
            act_on(term, name, value)
        term.refresh_from_db()
        assert term.due_on >= term.last_on >= term.started_on
        assert (term.watch_on is not None) == (term.state == TermState.RUNNING)
        assert (term.ended_on is not None) == (term.state in (TermState.MET, TermState.DROPPED))
        assert term.changes.last().due_on == term.due_on
        if term.state == TermState.RUNNING:
            assert in_force().is_workday(term.due_on)
            assert term.level == Level.QUIET
    if term.state in (TermState.RUNNING, TermState.PAUSED):
        terms.drop(term, on=START, reason="试验结束", by=None)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.sampled_from(list(Unit)[:2]), st.integers(2, 30), st.data())
def test_a_pause_that_ends_on_its_day_changes_nothing(begun, unit, length, data):
    term = begun(Length(length, unit, rolls=True))
    span = (term.last_on - term.started_on).days
    on = term.started_on + timedelta(days=data.draw(st.integers(1, span)))
    paused = terms.pause(term, on=on, reason="等待鉴定", by=None)
    assert terms.resume(paused, on=on, by=None).due_on == term.due_on
    terms.drop(term, on=START, reason="试验结束", by=None)
