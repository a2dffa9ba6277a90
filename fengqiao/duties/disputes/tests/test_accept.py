from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.enums import Kind, Matter, State
from fengqiao.duties.disputes.models import Party
from fengqiao.duties.disputes.tests.made import accept, found, made, reported
from fengqiao.duties.disputes.workflow import PROCEDURE
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.deadlines.models import Term, TermState
from fengqiao.kernel.workflow.offers import offers
from fengqiao.kernel.workflow.refusals import NotNow, Refused, Unmet


def refusal(case, by, **given):
    with pytest.raises(Unmet) as refused:
        accept(case, by, **given)
    case.refresh_from_db()
    assert (case.state, case.version) == (State.REGISTERED, 1)
    return refused.value.guard.name


def test_an_accepted_dispute_has_a_day_and_the_month_of_mediation(office, case):
    done = accept(case, office.clerk)
    assert (done.state, done.accepted_on, done.version) == (State.ACCEPTED, case.registered_on, 2)
    states = dict(Term.objects.about(case).values_list("name", "state"))
    assert states == {
        "decide": TermState.MET,
        "mediate": TermState.RUNNING,
        "tell": TermState.RUNNING,
    }
    assert Entry.objects.about(case).filter(act="disputes.accept", by=office.clerk).exists()
    event = case.events.get(act="accept")
    assert (event.by, event.state_before, event.state_after) == (
        office.clerk,
        State.REGISTERED,
        State.ACCEPTED,
    )


def test_nothing_of_the_peoples_law_binds_an_administrative_mediation(office):
    case = accept(made(office.area, office.clerk, kind=Kind.ADMINISTRATIVE), office.clerk)
    rules = set(Term.objects.about(case).open().values_list("rule", flat=True))
    assert rules == {"MED-35", "MED-36"}


@pytest.mark.parametrize("kind", Kind)
def test_without_the_consent_of_all_nothing_is_accepted(office, kind):
    case = made(office.area, office.clerk, kind=kind)
    with pytest.raises(Unmet) as refused:
        accept(case, office.clerk, consented=False)
    assert refused.value.guard.name == "is_agreed_to"
    assert ("人民调解法" in refused.value.message) is (kind != Kind.ADMINISTRATIVE)


def test_what_another_organ_has_is_not_accepted(office, case):
    assert refusal(case, office.clerk, nowhere_else=False) == "is_nowhere_else"


def test_one_party_alone_is_no_dispute_and_the_button_says_so(office):
    case = made(office.area, office.clerk, parties=[{"name": "周海涛"}])
    assert refusal(case, office.clerk) == "has_two_parties"
    offer = next(one for one in offers(PROCEDURE, case, office.clerk) if one.act == "accept")
    assert "当事人不足两方" in offer.why_not


@pytest.mark.parametrize(
    ("party", "fits"),
    [
        ({"born_on": date(2020, 1, 1)}, False),
        ({"born_on": date(2020, 1, 1), "guardian": "周明"}, True),
        ({"born_on": date(1980, 1, 1), "capacity": "limited"}, False),
        ({"born_on": date(1980, 1, 1)}, True),
        ({"born_on": date(2010, 1, 1), "capacity": "full"}, True),
        ({}, True),
    ],
)
def test_who_has_no_full_capacity_is_represented(office, party, fits):
    case = made(office.area, office.clerk, parties=[{"name": "周海"} | party, {"name": "钱梅"}])
    if fits:
        assert accept(case, office.clerk).state == State.ACCEPTED
    else:
        assert refusal(case, office.clerk) == "is_represented"


@pytest.mark.parametrize(
    ("given", "guard"),
    [
        ({}, "is_screened"),
        ({"violence": "there_is"}, "victim_is_told"),
        ({"violence": "none"}, ""),
        ({"violence": "there_is", "victim_told": True}, ""),
    ],
)
def test_before_a_family_dispute_it_is_asked_after_violence(office, given, guard):
    case = made(office.area, office.clerk, matter=Matter.FAMILY)
    if guard:
        assert refusal(case, office.clerk, **given) == guard
    else:
        assert accept(case, office.clerk, **given).state == State.ACCEPTED


def test_violence_where_a_child_is_goes_to_the_police_first(office):
    case = made(office.area, office.clerk, matter=Matter.FAMILY)
    Party.objects.create(dispute=case, name="周小", born_on=date(2020, 1, 1), guardian="周明")
    told = {"violence": "there_is", "victim_told": True}
    assert refusal(case, office.clerk, **told) == "violence_is_reported"
    found(case, office.clerk, "violence")
    assert case.alarm == "due"
    reported(case, office.clerk)
    assert accept(case, office.clerk, **told).state == State.ACCEPTED


@pytest.mark.parametrize("days", [1, -1])
def test_the_day_lies_between_the_registration_and_today(office, case, days):
    with pytest.raises(Refused, match="日期"):
        accept(case, office.clerk, on=timezone.localdate() + timedelta(days=days))


def test_what_was_accepted_is_not_accepted_again(office, case):
    accept(case, office.clerk)
    with pytest.raises(NotNow, match="已受理"):
        accept(case, office.clerk)
    assert case.events.filter(act="accept").count() == 1


@pytest.mark.parametrize("who", ["stranger", "bureau", "other_mediator"])
def test_who_does_not_handle_the_case_accepts_nothing(office, case, who):
    with pytest.raises(PermissionDenied):
        accept(case, getattr(office, who))


def test_a_mediator_accepts_the_case_that_is_his(office):
    case = made(office.area, office.mediator)
    assert accept(case, office.mediator).state == State.ACCEPTED


def test_told_in_writing_once(office, case):
    accept(case, office.clerk)
    given = {"on": timezone.localdate(), "way": "by_hand"}
    done = actions.act(case=case, name="tell", given=given, by=office.clerk)
    assert (done.told_on, done.told_by) == (timezone.localdate(), "by_hand")
    assert Term.objects.about(case).get(name="tell").state == TermState.MET
    with pytest.raises(Unmet, match="已经登记过"):
        actions.act(case=case, name="tell", given=given, by=office.clerk)
