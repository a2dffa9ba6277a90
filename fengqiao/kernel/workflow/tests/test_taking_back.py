import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.tests.made import accept
from fengqiao.duties.disputes.workflow import PROCEDURE
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.deadlines.models import Term, TermState
from fengqiao.kernel.workflow.offers import offers
from fengqiao.kernel.workflow.refusals import Refused


def take_back(case, by, reason="点错了"):
    actions.take_back(case=case, reason=reason, by=by)
    case.refresh_from_db()


def withdraw(case, by):
    given = {"on": timezone.localdate(), "reason": "和好"}
    return actions.act(case=case, name="withdraw", given=given, by=by)


def test_state_columns_and_terms_are_as_before(office, case):
    accept(case, office.clerk)
    take_back(case, office.director)
    assert (case.state, case.accepted_on, case.version) == ("registered", None, 3)
    running = Term.objects.about(case).open().get()
    assert (running.name, running.started_on) == ("decide", case.registered_on)
    assert Term.objects.about(case).get(name="mediate").state == TermState.DROPPED


def test_both_acts_stay_in_timeline_and_trail(office, case):
    accept(case, office.clerk)
    take_back(case, office.director)
    mistaken, correction = case.events.order_by("pk")[1:]
    assert mistaken.taken_back_by == correction
    assert (correction.by, correction.said["理由"]) == (office.director, "点错了")
    assert Entry.objects.about(case).filter(act="disputes.take_back").count() == 1


def test_an_end_that_was_a_mistake_opens_the_case_again(office, case):
    accept(case, office.clerk)
    withdraw(case, office.clerk)
    take_back(case, office.clerk)
    assert (case.state, case.ended_on, case.accepted_on) == (
        "accepted",
        None,
        case.registered_on,
    )
    names = set(Term.objects.about(case).open().values_list("name", flat=True))
    assert names == {"mediate", "tell"}


def test_acts_are_taken_back_one_by_one_the_last_first(office, case):
    accept(case, office.clerk)
    withdraw(case, office.clerk)
    take_back(case, office.clerk)
    take_back(case, office.clerk)
    assert case.state == "registered"
    with pytest.raises(Refused, match="没有可以撤销"):
        take_back(case, office.clerk)


def test_who_answers_for_it_meanwhile_stays(office, case):
    accept(case, office.clerk)
    given = {"to": office.mediator, "reason": "休假"}
    actions.act(case=case, name="hand_over", given=given, by=office.clerk)
    take_back(case, office.mediator)
    assert (case.state, case.owner) == ("registered", office.mediator)
    assert Term.objects.about(case).open().get().owner == office.mediator


def test_without_a_reason_or_the_right_nothing_is_taken_back(office, case):
    accept(case, office.clerk)
    with pytest.raises(Refused, match="理由"):
        take_back(case, office.clerk, " ")
    with pytest.raises(PermissionDenied):
        take_back(case, office.stranger)
    case.refresh_from_db()
    assert case.state == "accepted"


def test_the_button_names_what_would_be_taken_back(office, case):
    assert [one for one in offers(PROCEDURE, case, office.clerk) if one.act == "take_back"] == []
    done = accept(case, office.clerk)
    (back,) = [one for one in offers(PROCEDURE, done, office.clerk) if one.act == "take_back"]
    assert back.label == "撤销“受理”"
