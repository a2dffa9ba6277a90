from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.enums import State
from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.tests.made import accept, made
from fengqiao.kernel.deadlines.models import Term
from fengqiao.kernel.documents.models import Paper
from fengqiao.kernel.workflow.refusals import NotNow, Unmet

ENDS = ("disputes.ended", "disputes.report")


def today():
    return timezone.localdate()


def do(case, act, by, /, **given):
    done = actions.act(case=case, name=act, given={"on": today(), **given}, by=by)
    return Dispute.objects.get(pk=done.pk)


def reopen(case, by, /, **given):
    return do(case, "reopen", by, **{"reason": "又起争执", "to": case.owner, **given})


@pytest.fixture
def refused(office):
    long_ago = today() - timedelta(days=40)
    case = made(office.area, office.clerk, registered_on=long_ago)
    accept(case, office.clerk)
    return do(case, "refuse", office.clerk, routes_told=True)


def test_an_ended_case_begins_anew_with_a_term_of_its_own(office, refused):
    assert not Term.objects.about(refused).open().filter(name="decide").exists()
    again = reopen(refused, office.clerk)
    assert (again.state, again.accepted_on, again.ended_on) == (State.REGISTERED, None, None)
    term = Term.objects.about(again).open().get(name="decide")
    assert term.started_on == again.reopened_on == today()
    assert again.events.filter(act="refuse").exists()


def test_all_are_asked_anew_whether_they_want_it_mediated(office, refused):
    again = reopen(refused, office.clerk)
    with pytest.raises(Unmet, match="都同意"):
        accept(again, office.clerk, on=today(), consented=False)
    done = accept(again, office.clerk, on=today())
    assert done.accepted_on == today()


def test_it_wants_a_reason_and_an_owner_who_works_here(office, refused):
    with pytest.raises(Unmet, match="理由"):
        reopen(refused, office.clerk, reason=" ")
    for to in (None, office.stranger):
        with pytest.raises(Unmet, match="本所"):
            reopen(refused, office.clerk, to=to)
    assert reopen(refused, office.director, to=office.mediator).owner == office.mediator


def test_reopened_by_mistake_it_is_ended_as_before(office, refused):
    again = reopen(refused, office.clerk)
    actions.take_back(case=again, reason="点错了", by=office.clerk)
    again.refresh_from_db()
    assert (again.state, again.ended_on, again.accepted_on) == (
        State.REFUSED,
        refused.ended_on,
        refused.accepted_on,
    )


def test_what_was_agreed_is_not_reopened(office, case):
    accept(case, office.clerk)
    case = do(case, "start", office.clerk, rights_told=True)
    case = do(case, "agree", office.clerk, form="oral", agreement="各修各的")
    with pytest.raises(NotNow):
        reopen(case, office.clerk)


def test_the_paper_of_the_end_holds_no_more_until_a_mistake_is_taken_back(office, refused):
    def states():
        rows = Paper.objects.about(refused).filter(document__in=ENDS)
        return list(rows.order_by("pk").values_list("state", flat=True))

    again = reopen(refused, office.clerk)
    assert states() == ["lapsed", "lapsed"]
    actions.take_back(case=again, reason="点错了", by=office.clerk)
    assert states() == ["standing", "standing"]


def test_the_paper_of_the_second_end_stands_and_the_first_stays_lapsed(office, refused):
    again = reopen(refused, office.clerk)
    do(again, "refuse", office.clerk, routes_told=True)
    first, second = Paper.objects.about(refused).filter(document="disputes.ended").order_by("pk")
    assert (first.state, second.state, second.version) == ("lapsed", "standing", 2)


@pytest.mark.parametrize("who", ["stranger", "bureau", "other_mediator"])
def test_who_does_not_handle_the_case_reopens_nothing(office, refused, who):
    with pytest.raises(PermissionDenied):
        reopen(refused, getattr(office, who))


def test_the_page_reopens_with_a_reason(clerk, office, refused):
    url = refused.get_absolute_url()
    assert "重新办理" in clerk.get(url).content.decode()
    typed = {"on": today().isoformat(), "to": office.clerk.pk, "reason": ""}
    page = clerk.post(f"{url}do/reopen/", typed)
    assert page.status_code == 400
    assert "请写明理由" in page.content.decode()
    typed["reason"] = "双方又愿意调解"
    assert clerk.post(f"{url}do/reopen/", typed).status_code == 302
    assert "双方又愿意调解" in clerk.get(url).content.decode()
