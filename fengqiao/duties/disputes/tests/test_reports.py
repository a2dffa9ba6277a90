from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.dangers import Danger
from fengqiao.duties.disputes.enums import Kind, State
from fengqiao.duties.disputes.tests.made import accept, answered, found, made, reported
from fengqiao.duties.disputes.workflow import PROCEDURE
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.deadlines.models import Term, TermState
from fengqiao.kernel.notices.models import Notice
from fengqiao.kernel.workflow.offers import offers
from fengqiao.kernel.workflow.refusals import NotNow, Unmet
from fengqiao.registers.people.tests.made import make_user

ENDS = ("agree", "fail", "refuse", "withdraw", "decline")
ARTICLES = {"minor": "未成年人保护法", "violence": "反家庭暴力法", "offence": "人民调解法"}


def today():
    return timezone.localdate()


def offered(case, by):
    return {one.act: one for one in offers(PROCEDURE, case, by)}


def mediating(office, **values):
    case = made(office.area, office.clerk, **values)
    accept(case, office.clerk)
    given = {"on": today(), "rights_told": True}
    return actions.act(case=case, name="start", given=given, by=office.clerk)


def give(case, name, by, **given):
    return actions.act(case=case, name=name, given={"on": today(), **given}, by=by)


@pytest.mark.parametrize("danger", Danger.values)
def test_what_must_be_reported_is_due_on_the_day_on_which_it_is_found(office, case, danger):
    found(case, office.clerk, danger)
    term = Term.objects.about(case).open().get(name__startswith="report")
    assert term.due_on == today()
    assert term.rule == ("MED-13" if danger == "offence" else "PRV-07")
    assert term.cite == ""


def test_the_term_is_met_by_the_report_and_the_answer_is_asked_for(office, case):
    reported(found(case, office.clerk), office.clerk)
    terms = Term.objects.about(case)
    assert terms.get(name="report_offence").state == TermState.MET
    assert terms.get(name="answer").state == TermState.RUNNING
    answered(case, office.clerk)
    assert terms.get(name="answer").state == TermState.MET
    assert case.alarm == ""


@pytest.mark.parametrize("danger", Danger.values)
def test_no_end_is_reached_before_it_is_reported_and_answered(office, danger):
    fresh, begun = made(office.area, office.clerk), mediating(office)
    for case, acts in ((fresh, ENDS[2:]), (begun, ENDS[:4])):
        found(case, office.clerk, danger)
        for act in acts:
            assert ARTICLES[danger] in offered(case, office.clerk)[act].why_not
            with pytest.raises(Unmet, match=ARTICLES[danger]):
                give(case, act, office.clerk, reason="有", routes_told=True, ground="forbidden")
        reported(case, office.clerk)
        for act in acts:
            assert "还没有答复" in offered(case, office.clerk)[act].why_not
        answered(case, office.clerk)
        assert {offered(case, office.clerk)[act].why_not for act in acts} == {""}
    assert give(fresh, "withdraw", office.clerk, reason="和好").state == State.WITHDRAWN


def test_nothing_of_the_peoples_law_is_said_of_an_administrative_mediation(office):
    case = found(made(office.area, office.clerk, kind=Kind.ADMINISTRATIVE), office.clerk)
    why = offered(case, office.clerk)["withdraw"].why_not
    assert "公安机关" in why
    assert "人民调解法" not in why
    assert Term.objects.about(case).open().get(name__startswith="report").rule == "MED-40"


@pytest.mark.parametrize(
    ("danger", "to", "guard"),
    [
        ("violence", "education", "goes_to_police"),
        ("minor", "other", "goes_where_minors_are_protected"),
        ("minor", "education", ""),
        ("offence", "other", ""),
        ("violence", "police", ""),
    ],
)
def test_it_goes_to_whom_the_law_names(office, case, danger, to, guard):
    found(case, office.clerk, danger)
    given = {"report": case.reports.get(), "to": to, "unit": "某处", "means": "call"}
    if guard:
        with pytest.raises(Unmet) as refused:
            give(case, "report", office.clerk, **given)
        assert refused.value.guard.name == guard
    else:
        give(case, "report", office.clerk, **given)
        assert case.reports.get().to == to


def test_two_dangers_are_two_reports(office, case):
    found(found(case, office.clerk, "minor"), office.clerk, "offence")
    reported(case, office.clerk)
    assert "人民调解法" in offered(case, office.clerk)["withdraw"].why_not
    reported(case, office.clerk)
    answered(case, office.clerk)
    assert "还没有答复" in offered(case, office.clerk)["withdraw"].why_not
    answered(case, office.clerk)
    assert offered(case, office.clerk)["withdraw"].why_not == ""


def test_a_case_where_nothing_was_found_draws_no_button_of_reporting(office, case):
    assert not {"report", "answer", "mistaken"} & set(offered(case, office.clerk))
    assert "danger" in offered(case, office.clerk)
    with pytest.raises(NotNow):
        give(case, "report", office.clerk)


def test_what_was_entered_by_mistake_is_struck_out_with_a_reason_before_it_is_reported(
    office, case
):
    found(case, office.clerk)
    given = {"report": case.reports.get()}
    with pytest.raises(Unmet, match="理由"):
        give(case, "mistaken", office.clerk, **given)
    give(case, "mistaken", office.clerk, **given, reason="登错了案件")
    row = case.reports.get()
    assert (row.stands, row.mistaken) == (False, "登错了案件")
    case.refresh_from_db()
    assert case.alarm == ""
    assert not Term.objects.about(case).open().filter(name__startswith="report").exists()
    reported(found(case, office.clerk), office.clerk)
    with pytest.raises(NotNow):
        give(case, "mistaken", office.clerk, report=case.reports.last(), reason="后悔了")


@pytest.mark.parametrize(
    ("act", "given", "guard"),
    [
        ("danger", {"words": "打架"}, "has_danger"),
        ("danger", {"danger": "offence", "words": " "}, "says_what_was_found"),
        ("report", {}, "report_is_due"),
        ("report", {"to": "police", "unit": " "}, "says_to_whom"),
        ("answer", {"answer": " "}, "has_answer"),
    ],
)
def test_what_is_missing_is_said(office, case, act, given, guard):
    if act != "danger":
        found(case, office.clerk)
    if act == "answer":
        reported(case, office.clerk)
    if given and act in ("report", "answer"):
        given = given | {"report": case.reports.get()}
    with pytest.raises(Unmet) as refused:
        give(case, act, office.clerk, **given)
    assert refused.value.guard.name == guard


def test_no_report_lies_before_what_was_found(office):
    case = made(office.area, office.clerk, registered_on=today() - timedelta(days=3))
    found(case, office.clerk)
    given = {"report": case.reports.get(), "to": "police", "unit": "某所", "means": "call"}
    day = {"on": today() - timedelta(days=1)}
    with pytest.raises(Unmet, match="不能早于发现"):
        give(case, "report", office.clerk, **given | day)


def test_what_was_found_stands_encrypted_and_not_in_the_timeline(office, case):
    answered(reported(found(case, office.clerk), office.clerk), office.clerk)
    with connection.cursor() as cursor:
        cursor.execute("SELECT words, answer FROM disputes_report")
        assert all(value.startswith("sm4:") for value in cursor.fetchone())
    assert "打断" not in str([event.said for event in case.events.all()])


def test_the_director_hears_of_it_at_once(office, case):
    found(case, office.clerk)
    texts = Notice.objects.filter(user=office.director).values_list("text", flat=True)
    assert any("立即报告" in text for text in texts)


@pytest.mark.parametrize("who", ["stranger", "bureau", "other_mediator"])
def test_who_does_not_handle_the_case_reports_nothing(office, case, who):
    with pytest.raises(PermissionDenied):
        found(case, getattr(office, who))


def test_page_and_forms_lead_from_the_danger_to_the_end(clerk, office, case):
    url, day = case.get_absolute_url(), today().isoformat()
    typed = {"on": day, "danger": "minor", "words": "孩子身上有新伤"}
    assert clerk.post(f"{url}do/danger/", typed).status_code == 302
    text = clerk.get(url).content.decode()
    for shown in ("还没有报告", "待报告", "孩子身上有新伤", "第十一条", "今天到期"):
        assert shown in text
    report = case.reports.get().pk
    assert "未成年人" in clerk.get(f"{url}do/report/").content.decode()
    typed = {"report": report, "to": "police", "on": day, "at": "25:00", "means": "call"}
    page = clerk.post(f"{url}do/report/", typed)
    assert page.status_code == 400
    assert "应为时间" in page.content.decode()
    typed |= {"at": "14:30", "unit": "城东派出所 李警官", "paper": "接报0123"}
    assert clerk.post(f"{url}do/report/", typed).status_code == 302
    text = clerk.get(url).content.decode()
    for shown in ("14:30", "城东派出所 李警官", "接报0123", "待答复"):
        assert shown in text
    typed = {"report": report, "on": day, "answer": "已带离施暴人"}
    assert clerk.post(f"{url}do/answer/", typed).status_code == 302
    assert "已带离施暴人" in clerk.get(url).content.decode()
    typed = {"on": day, "reason": "和好"}
    assert clerk.post(f"{url}do/withdraw/", typed).status_code == 302


def test_the_list_shows_what_is_owed(clerk, office, case):
    found(case, office.clerk)
    assert "有待报告的情形" in clerk.get("/disputes/").content.decode()


def test_who_does_not_see_the_case_sees_no_report(bureau, office, case, sign_in):
    found(case, office.clerk)
    text = bureau.get(case.get_absolute_url()).content.decode()
    for hidden in ("打断", "引起治安", "待报告"):
        assert hidden not in text
    other = sign_in(office.other_mediator)
    assert other.post(f"{case.get_absolute_url()}do/danger/").status_code == 404
    township = sign_in(make_user(office.area, Role.TOWNSHIP))
    assert township.post(f"{case.get_absolute_url()}do/danger/").status_code == 403


def test_pages_take_as_many_queries_for_many_reports(clerk, office, case, queries):
    url = case.get_absolute_url()
    found(case, office.clerk)
    clerk.get(url)
    one = len(queries(lambda: clerk.get(url)))
    for danger in Danger.values * 2:
        found(case, office.clerk, danger)
    assert len(queries(lambda: clerk.get(url))) == one
