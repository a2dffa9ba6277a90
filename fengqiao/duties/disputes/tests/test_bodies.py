"""Which body handles a dispute, and what its head sees."""

import pytest
from django.utils import timezone

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.enums import Kind
from fengqiao.duties.disputes.models import Dispute, DisputeEvent, Party
from fengqiao.duties.disputes.tests.made import accept, made
from fengqiao.kernel.workflow.refusals import Unmet
from fengqiao.registers.mediation import actions as register
from fengqiao.registers.mediation.casework import casework
from fengqiao.registers.mediation.enums import BodyKind, End
from fengqiao.registers.mediation.tests.made import make_body, make_seat

TODAY = timezone.localdate()


@pytest.fixture
def town(office):
    """The committee of the town; the office's mediator is its head."""
    body = make_body(office.area, people=("常德贵", "薛秀英"))
    seat = body.seats.get(post="head")
    register.bind(mediator=seat.mediator, account=office.mediator, by=None)
    return body


@pytest.fixture
def studio(office):
    body = make_body(office.area, name="某工作室", kind=BodyKind.STUDIO, people=())
    make_seat(body, "另一人", account=office.other_mediator)
    return body


def test_without_a_word_it_goes_to_the_committee_of_the_town(office, town, studio):
    assert made(office.area, office.clerk).body == town


def test_one_that_a_mediator_registers_goes_to_his_own_body_and_is_his(office, town, studio):
    case = made(office.area, office.other_mediator)
    assert (case.body, case.mediator.account) == (studio, office.other_mediator)


def test_a_trade_has_its_own_committee_or_none(office, town):
    assert made(office.area, office.clerk, kind=Kind.TRADE).body is None
    trade = make_body(office.area, name="交通调委会", kind=BodyKind.TRADE)
    assert made(office.area, office.clerk, kind=Kind.TRADE).body == trade


def test_what_the_office_mediates_as_an_authority_has_no_body(office, town):
    assert made(office.area, office.clerk, kind=Kind.ADMINISTRATIVE).body is None


def test_it_is_accepted_once_a_body_is_chosen(office, town):
    case = made(office.area, office.clerk, kind=Kind.TRADE)
    with pytest.raises(Unmet) as refused:
        accept(case, office.clerk)
    assert refused.value.guard.name == "is_entrusted"
    actions.act(case=case, name="amend", given={"body": town}, by=office.clerk)
    assert accept(case, office.clerk).body == town


def sees(user, case):
    return Dispute.objects.visible_to(user).filter(pk=case.pk).exists()


def test_the_head_sees_and_handles_what_his_committee_does_and_nothing_else(office, town, studio):
    case, other = made(office.area, office.clerk), made(office.area, office.clerk, body=studio)
    assert sees(office.mediator, case)
    assert not sees(office.mediator, other)
    assert not sees(office.other_mediator, case)
    assert Party.objects.visible_to(office.mediator).filter(dispute=case).count() == 2
    assert not DisputeEvent.objects.visible_to(office.mediator).filter(case=other).exists()
    given = {"to": office.other_mediator, "reason": "分派"}
    done = actions.act(case=case, name="hand_over", given=given, by=office.mediator)
    assert done.owner == office.other_mediator


def test_who_is_no_longer_head_sees_it_no_longer(office, town):
    case = made(office.area, office.clerk)
    head = town.seats.get(post="head")
    register.end_seat(seat=head, on=TODAY, end=End.RESIGNED, by=None)
    office.mediator.grants.update(ends_on=None)
    assert not sees(office.mediator, case)


def test_the_page_shows_the_head_body_terms_and_what_he_may_do(office, town, mediator):
    text = mediator.get(made(office.area, office.clerk).get_absolute_url()).content.decode()
    for words in ("京泰路人民调解委员会", "决定是否受理", "移交承办人", "确定调解员"):
        assert words in text


def test_a_clerk_is_never_asked_for_bodies_that_he_heads(office, town, queries):
    rows = Dispute.objects.visible_to(office.clerk)
    assert not [sql for sql in queries(lambda: list(rows)) if "mediation_seat" in sql]


def test_figures_of_the_register_lead_to_their_rows(office, town, clerk):
    case = made(office.area, office.mediator)
    gone = made(office.area, office.mediator)
    actions.act(case=gone, name="withdraw", given={"on": TODAY, "reason": "和好"}, by=office.clerk)
    work, one = casework(), case.mediator
    assert work.of_bodies(office.clerk, [town.pk]) == {town.pk: 1}
    assert work.of_mediators(office.clerk, [one.pk]) == {one.pk: 1}
    for url in (work.body_url(town.pk), work.mediator_url(one.pk)):
        assert [row["case"] for row in clerk.get(url).context["rows"]] == [case]


def test_a_body_with_open_cases_is_not_closed(office, town):
    made(office.area, office.clerk)
    with pytest.raises(Exception, match="还有1件没有办结"):
        register.close(body=town, on=TODAY, why="并村", by=office.clerk)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"kind": "administrative"}, "行政调解不由调解组织办理"),
        ({"body": 999999}, "选择"),
    ],
)
def test_the_form_names_bodies_of_the_office_alone(office, town, clerk, typed, words):
    filled = {"matter": "land", "name": "甲", "source": "own_motion", "difficulty": "ordinary"}
    filled |= {"kind": "people", "body": town.pk} | typed
    page = clerk.post("/disputes/new/", filled)
    assert page.status_code == 400
    assert words in page.content.decode()
