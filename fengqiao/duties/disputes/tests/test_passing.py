"""A dispute goes to another committee: offered, then taken or sent back; never without an owner."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.enums import Kind
from fengqiao.duties.disputes.models import Dispute, Party
from fengqiao.duties.disputes.tests.made import made
from fengqiao.kernel.deadlines.models import Term
from fengqiao.kernel.notices.models import Notice
from fengqiao.kernel.workflow.refusals import Unmet
from fengqiao.registers.mediation import actions as register
from fengqiao.registers.mediation.enums import BodyKind
from fengqiao.registers.mediation.tests.made import make_body


@pytest.fixture
def town(office):
    return make_body(office.area)


@pytest.fixture
def trade(office):
    """Another committee, whose head has an account."""
    body = make_body(
        office.area, name="交通调委会", kind=BodyKind.TRADE, people=("霍志强", "申玉兰")
    )
    seat = body.seats.get(post="head")
    register.bind(mediator=seat.mediator, account=office.mediator, by=None)
    return body


@pytest.fixture
def case(office, town, trade):
    return made(office.area, office.clerk)


def do(case, act, by, **given):
    return actions.act(case=case, name=act, given={"reason": "专业对口"} | given, by=by)


@pytest.fixture
def offered(office, case, trade):
    return do(case, "offer", office.clerk, body=trade)


def test_until_it_is_taken_nothing_changes_and_its_terms_run_on(office, case, town, offered):
    terms = list(Term.objects.about(case).values_list("pk", "due_on", "owner"))
    assert (offered.body, offered.owner) == (town, office.clerk)
    assert terms
    done = do(offered, "take", office.mediator, to=office.mediator)
    assert [(pk, due) for pk, due, _owner in terms] == list(
        Term.objects.about(case).values_list("pk", "due_on")
    )
    assert set(Term.objects.about(done).values_list("owner", flat=True)) == {office.mediator.pk}


def test_who_takes_it_handles_it_from_now_on(office, trade, offered):
    done = do(offered, "take", office.mediator, to=office.mediator)
    assert (done.body, done.offered_to, done.owner) == (trade, None, office.mediator)
    assert done.mediator.account == office.mediator
    said = done.events.get(act="take").said
    assert (said["原调解组织"], said["现调解组织"]) == ("京泰路人民调解委员会", "交通调委会")


def test_the_other_side_is_told_and_sees_that_it_is_there_but_not_of_whom(office, offered, sign_in):
    assert Notice.objects.get(user=office.mediator).url == offered.get_absolute_url()
    text = sign_in(office.mediator).get(offered.get_absolute_url()).content.decode()
    assert offered.number in text
    assert "接收移送" in text
    assert "周" not in text
    assert not Party.objects.visible_to(office.mediator).exists()


def test_what_is_sent_back_stays_with_its_owner_who_is_told(office, town, offered):
    done = do(offered, "send_back", office.mediator)
    assert (done.body, done.owner, done.offered_to) == (town, office.clerk, None)
    assert Notice.objects.filter(user=office.clerk).exists()
    assert not Dispute.objects.visible_to(office.mediator).exists()


def test_who_offered_may_call_it_back_but_does_not_take_for_the_other_side(office, case, trade):
    case = do(case, "hand_over", office.clerk, to=office.other_mediator)
    offered = do(case, "offer", office.other_mediator, body=trade)
    with pytest.raises(PermissionDenied):
        do(offered, "take", office.other_mediator, to=office.other_mediator)
    assert do(offered, "recall", office.other_mediator).offered_to is None


def test_the_other_side_does_nothing_else_before_it_has_taken_it(office, offered, sign_in):
    for act in ("withdraw", "hand_over", "recall"):
        with pytest.raises(PermissionDenied):
            do(offered, act, office.mediator)
    client = sign_in(office.mediator)
    for page in ("do/withdraw/", "parties/new/"):
        assert client.get(f"{offered.get_absolute_url()}{page}").status_code == 403


@pytest.mark.parametrize(
    ("act", "given", "guard"),
    [
        ("offer", {}, "goes_to_another_body"),
        ("offer", {"reason": " "}, "goes_to_another_body"),
        ("take", {}, "goes_to_a_handler"),
        ("send_back", {"reason": ""}, "has_reason"),
    ],
)
def test_nothing_is_done_without_what_is_asked(office, case, trade, act, given, guard):
    if act != "offer":
        do(case, "offer", office.clerk, body=trade)
    with pytest.raises(Unmet) as refused:
        do(case, act, office.director, **given)
    assert refused.value.guard.name == guard


def test_it_is_offered_to_one_at_a_time_within_the_office(office, case, town, offered):
    with pytest.raises(Unmet, match="正等待接收"):
        do(offered, "offer", office.clerk, body=town)
    stranger = office.stranger.grants.get().area
    there = make_body(stranger, name="他所调委会")
    other = made(office.area, office.clerk)
    with pytest.raises(Unmet, match="另一个现有的"):
        do(other, "offer", office.clerk, body=there)


def test_what_has_ended_is_no_longer_offered(office, offered):
    do(offered, "withdraw", office.clerk, on=timezone.localdate())
    assert not Dispute.objects.visible_to(office.mediator).exists()


def test_the_forms_lead_from_one_side_to_the_other(office, case, trade, clerk, sign_in):
    url = case.get_absolute_url()
    typed = {"seen": 1, "body": trade.pk, "reason": "专业对口"}
    assert clerk.get(f"{url}do/offer/").status_code == 200
    assert clerk.post(f"{url}do/offer/", typed).status_code == 302
    other = sign_in(office.mediator)
    assert other.get(f"{url}do/take/").status_code == 200
    typed = {"seen": 2, "to": office.mediator.pk}
    assert other.post(f"{url}do/take/", typed).url == url
    case.refresh_from_db()
    assert case.body == trade


def test_what_the_office_mediates_as_an_authority_is_not_offered(office, trade, clerk):
    case = made(office.area, office.clerk, kind=Kind.ADMINISTRATIVE)
    text = clerk.get(case.get_absolute_url()).content.decode()
    assert "移送其他调解组织" not in text
