"""A dispute goes to another office: sent, then taken or sent back; never without an owner and a term."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from fengqiao.duties.disputes import actions, searching
from fengqiao.duties.disputes.models import Dispute, DisputeToken, Transfer
from fengqiao.duties.disputes.tests.made import accept, answered, found, made, reported
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.deadlines.models import Term
from fengqiao.kernel.notices.models import Notice
from fengqiao.kernel.workflow.refusals import Unmet
from fengqiao.registers.mediation.tests.made import make_body
from fengqiao.registers.people.tests.made import make_user

PAGE = "/disputes/transfers/"


def do(case, act, by, **given):
    return actions.act(case=case, name=act, given={"reason": "纠纷发生在对方辖区"} | given, by=by)


@pytest.fixture
def sent(office, case):
    accept(case, office.clerk)
    return do(case, "send", office.clerk, office=office.stranger_area)


def town_of(office):
    return Area.objects.get(path=office.area.path[: -Area.steplen])


def terms(case):
    return set(Term.objects.about(case).open().values_list("name", "due_on", "owner", "area"))


def test_until_it_is_taken_owner_and_terms_stay_and_one_more_runs(office, case):
    accept(case, office.clerk)
    before = terms(case)
    sent = do(case, "send", office.clerk, office=office.stranger_area)
    assert (sent.office, sent.owner) == (office.area, office.clerk)
    (added,) = terms(case) - before
    assert before <= terms(case)
    assert (added[0], added[2], added[3]) == ("receive", office.clerk.pk, office.area.pk)


def test_taken_it_moves_whole_and_keeps_its_ends(office, sent):
    body = make_body(office.stranger_area, name="安丰镇调委会")
    ends = {(name, due) for name, due, _owner, _area in terms(sent)} - {
        one[:2] for one in terms(sent) if one[0] == "receive"
    }
    done = do(sent, "receive", office.stranger, to=office.stranger)
    assert (done.office, done.owner, done.body) == (office.stranger_area, office.stranger, body)
    assert {one[:2] for one in terms(done)} == ends
    assert {one[2:] for one in terms(done)} == {(office.stranger.pk, office.stranger_area.pk)}
    assert all(term.title.startswith(done.number) for term in Term.objects.about(done).open())
    met = Term.objects.about(done).get(name="receive")
    assert met.state == "met"


def test_it_gets_a_number_of_the_new_office_and_the_old_one_is_not_given_again(office, sent):
    own = made(office.stranger_area, office.stranger)
    old = sent.number
    done = do(sent, "receive", office.stranger, to=office.stranger)
    assert done.number not in (own.number, old)
    assert Transfer.objects.get().number == old
    assert made(office.area, office.clerk).number != old
    assert done.events.get(act="receive").said["原案号"] == old


def test_who_sent_it_sees_it_no_more_but_keeps_the_record(office, sent, sign_in):
    done = do(sent, "receive", office.stranger, to=office.stranger)
    client = sign_in(office.clerk)
    assert client.get(done.get_absolute_url()).status_code == 404
    text = client.get(PAGE).content.decode()
    assert "已接收" in text
    assert done.number in text
    assert Notice.objects.get(user=office.clerk, url=PAGE)


def test_it_is_found_by_its_parties_where_it_lies_now_and_not_where_it_lay(office, sent):
    assert searching.find(office.clerk, ["周海涛"]).exists()
    done = do(sent, "receive", office.stranger, to=office.stranger)
    assert not searching.find(office.clerk, ["周海涛"]).exists()
    assert searching.find(office.stranger, ["周海涛"]).get() == done
    assert set(DisputeToken.objects.values_list("office", flat=True)) == {done.office_id}


def test_the_other_office_learns_of_it_but_not_of_whom(office, sent, sign_in):
    assert Notice.objects.get(user=office.there).url == PAGE
    client = sign_in(office.there)
    text = client.get(PAGE).content.decode()
    assert sent.number in text
    assert "纠纷发生在对方辖区" in text
    assert "还有" in text
    assert "周" not in text
    assert client.get(sent.get_absolute_url()).status_code == 404
    assert not Dispute.objects.visible_to(office.there).exists()


def test_sent_home_it_stays_with_its_owner_who_is_told(office, sent):
    done = do(sent, "send_home", office.there, reason="不属于我所辖区")
    assert (done.office, done.owner) == (office.area, office.clerk)
    assert "receive" not in {one[0] for one in terms(done)}
    assert Notice.objects.filter(user=office.clerk, url=done.get_absolute_url()).exists()
    again = do(done, "send", office.clerk, office=office.stranger_area)
    assert again.transfers.count() == 2


def test_who_sends_may_call_it_back_but_does_not_take_for_the_other_office(office, sent):
    for by in (office.clerk, office.director, office.mediator, office.bureau):
        with pytest.raises(PermissionDenied):
            do(sent, "receive", by, to=office.clerk)
    done = do(sent, "call_back", office.clerk)
    assert done.transfers.get().outcome == "recalled"


def test_the_other_office_does_nothing_else_before_it_has_taken_it(office, sent):
    for act in ("call_back", "withdraw", "hand_over"):
        with pytest.raises(PermissionDenied):
            do(sent, act, office.there, to=office.there, on=timezone.localdate())


@pytest.mark.parametrize(
    ("given", "guard"),
    [
        ({"office": None}, "goes_to_an_office_that_can_take_it"),
        ({"reason": " "}, "has_reason"),
    ],
)
def test_nothing_is_sent_without_what_is_asked(office, case, given, guard):
    with pytest.raises(Unmet) as refused:
        do(case, "send", office.clerk, **{"office": office.stranger_area} | given)
    assert refused.value.guard.name == guard


def test_it_is_not_sent_to_its_own_office_nor_where_nobody_answers(office, case):
    for area in (office.area, town_of(office)):
        with pytest.raises(Unmet, match="另一个司法所"):
            do(case, "send", office.clerk, office=area)
    there = office.stranger_area
    for user in (office.there, office.stranger):
        user.grants.update(role=Role.MEDIATOR)
    with pytest.raises(Unmet, match="能接收的所长"):
        do(case, "send", office.clerk, office=there)


def test_where_no_director_has_an_account_the_assistants_are_told(office, case):
    office.there.grants.update(role=Role.MEDIATOR)
    do(case, "send", office.clerk, office=office.stranger.grants.get().area)
    assert Notice.objects.get(user=office.stranger).url == PAGE


def test_it_is_sent_to_one_at_a_time_and_not_offered_besides(office, sent):
    with pytest.raises(Unmet, match="正等待接收"):
        do(sent, "send", office.clerk, office=office.stranger_area)
    here = make_body(office.area)
    Dispute.objects.filter(pk=sent.pk).update(body=here)
    other = make_body(office.area, name="交通调委会", people=("霍志强", "申玉兰"))
    with pytest.raises(Unmet, match="正等待接收"):
        do(Dispute.objects.get(), "offer", office.clerk, body=other)


def test_what_must_be_reported_is_reported_before_it_is_sent(office, case):
    found(case, office.clerk)
    with pytest.raises(Unmet, match="先报告再移送"):
        do(case, "send", office.clerk, office=office.stranger_area)
    reported(case, office.clerk)
    sent = do(case, "send", office.clerk, office=office.stranger_area)
    done = do(sent, "receive", office.stranger, to=office.stranger)
    answered(done, office.stranger)
    assert done.alarm == ""


def test_only_one_of_the_other_office_may_be_made_its_owner(office, sent):
    for to in (None, office.clerk, office.bureau):
        with pytest.raises(Unmet, match="本所能承办"):
            do(sent, "receive", office.there, to=to)


def test_what_ended_meanwhile_is_no_longer_sent_not_even_when_it_is_taken_up_again(office, sent):
    today = timezone.localdate()
    done = do(sent, "withdraw", office.clerk, on=today)
    assert not Transfer.objects.waiting().exists()
    again = do(done, "reopen", office.clerk, on=today, to=office.clerk)
    assert again.transfers.get().outcome == "lapsed"
    assert "receive" not in {one[0] for one in terms(again)}


def test_the_pages_lead_from_one_office_to_the_other(office, case, clerk, sign_in):
    url = case.get_absolute_url()
    assert clerk.get(f"{url}do/send/").status_code == 200
    typed = {"seen": 1, "office": office.stranger_area.pk, "reason": "纠纷发生在对方辖区"}
    assert clerk.post(f"{url}do/send/", typed).url == url
    assert "等待接收" in clerk.get(url).content.decode()
    pk = Transfer.objects.get().pk
    assert clerk.get(f"{PAGE}{pk}/receive/").status_code == 302
    other = sign_in(office.there)
    assert other.get(f"{PAGE}{pk}/receive/").status_code == 200
    wrong = other.post(f"{PAGE}{pk}/receive/", {"seen": 2})
    assert wrong.status_code == 400
    assert "请指定本所能承办" in wrong.content.decode()
    right = other.post(f"{PAGE}{pk}/receive/", {"seen": 2, "to": office.stranger.pk})
    assert right.url == PAGE
    case.refresh_from_db()
    assert case.office == office.stranger_area
    late = other.post(f"{PAGE}{pk}/send_home/", {"seen": 2, "reason": "太晚"})
    assert late.status_code == 400


def test_outsiders_do_not_find_it_and_readers_may_not(office, sent, bureau, mediator, sign_in):
    url = f"{PAGE}{Transfer.objects.get().pk}/receive/"
    assert bureau.get(url).status_code == mediator.get(PAGE).status_code == 403
    third = sign_in(make_user(town_of(office), Role.TOWNSHIP))
    assert third.get(url).status_code == 403
    assert sign_in(office.there).get(f"{PAGE}999/receive/").status_code == 404
    assert sign_in(office.there).get(url.replace("receive", "withdraw")).status_code == 404


def test_the_list_takes_as_many_queries_for_many(office, sent, sign_in, queries):
    client = sign_in(office.there)
    few = len(queries(lambda: client.get(PAGE)))
    for _one in range(3):
        more = made(office.area, office.clerk)
        do(more, "send", office.clerk, office=office.stranger_area)
    assert len(queries(lambda: client.get(PAGE))) == few
