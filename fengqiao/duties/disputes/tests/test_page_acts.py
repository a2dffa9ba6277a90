import pytest
from django.utils import timezone

from fengqiao.duties.disputes.forms.acts import FORMS
from fengqiao.duties.disputes.forms.transferring import ANSWERS
from fengqiao.duties.disputes.shown import OWN_PAGES
from fengqiao.duties.disputes.tests.made import accept, made
from fengqiao.duties.disputes.workflow import PROCEDURE

TODAY = timezone.localdate().isoformat()


@pytest.fixture
def url(case):
    return case.get_absolute_url()


def test_every_act_of_the_table_has_a_form():
    rows = [row for row in PROCEDURE.rows() if row not in PROCEDURE.ledger]
    # Each of these has a page of its own.
    acts = {row.act for row in rows} - {"register", "party", *OWN_PAGES, *ANSWERS}
    assert set(FORMS) == acts


def test_a_case_goes_from_form_to_form(clerk, case, url, office):
    steps = [
        ("accept", {"on": TODAY, "consented": "on", "nowhere_else": "on"}, "accepted"),
        ("tell", {"on": TODAY, "way": "by_hand"}, "accepted"),
        ("hand_over", {"to": office.mediator.pk, "reason": "休假"}, "accepted"),
        ("amend", {"matter": "housing", "difficulty": "hard", "summary": "漏水"}, "accepted"),
        ("withdraw", {"on": TODAY, "reason": "和好"}, "withdrawn"),
        ("take_back", {"reason": "点错了"}, "accepted"),
        ("refuse", {"on": TODAY, "routes_told": "on"}, "refused"),
    ]
    for version, (act, typed, state) in enumerate(steps, 1):
        assert clerk.get(f"{url}do/{act}/").status_code == 200
        page = clerk.post(f"{url}do/{act}/", {"seen": version, **typed})
        assert (page.status_code, page.url) == (302, url), act
        case.refresh_from_db()
        assert (case.state, case.version) == (state, version + 1)


def test_what_was_written_down_is_completed_and_the_timeline_names_the_columns(clerk, case, url):
    typed = {"seen": 1, "matter": "housing", "difficulty": "ordinary", "summary": "院墙漏水"}
    clerk.post(f"{url}do/amend/", typed)
    case.refresh_from_db()
    assert (case.matter, case.summary) == ("housing", "院墙漏水")
    assert case.events.get(act="amend").said == {"栏目": "纠纷类型、简要情况"}


def test_who_hands_over_what_he_then_no_longer_sees_comes_to_the_list(mediator, office):
    case = made(office.area, office.mediator)
    typed = {"seen": 1, "to": office.clerk.pk, "reason": "休假"}
    page = mediator.post(f"{case.get_absolute_url()}do/hand_over/", typed)
    assert page.url == "/disputes/"


@pytest.mark.parametrize(
    ("act", "typed", "words"),
    [
        ("accept", {"on": TODAY, "nowhere_else": "on"}, "《人民调解法》第十七条"),
        ("accept", {"on": "2099-01-01", "consented": "on", "nowhere_else": "on"}, "不能晚于今天"),
        ("accept", {"on": "1999-01-01", "consented": "on", "nowhere_else": "on"}, "不能早于"),
        ("accept", {"on": "?"}, "应为日期"),
        ("decline", {"on": TODAY, "reason": "某因"}, "请选择不予受理的原因"),
        ("decline", {"on": TODAY, "reason": "某因", "ground": "war"}, "选择"),
        ("withdraw", {"on": TODAY, "reason": "  "}, "请写明理由"),
        ("hand_over", {"reason": "某因"}, "只能移交给本所"),
        ("hand_over", {"reason": "某因", "to": "999999"}, "选择"),
        ("tell", {"on": TODAY, "way": "by_hand"}, "不能办理"),
        ("take_back", {"reason": "某因"}, "没有可以撤销"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(clerk, case, url, act, typed, words):
    page = clerk.post(f"{url}do/{act}/", {"seen": 1, **typed})
    text = page.content.decode()
    assert page.status_code == 400
    assert words in text
    assert typed.get("reason", "").strip() in text
    case.refresh_from_db()
    assert case.version == 1


def test_who_comes_second_is_told_and_may_then_decide(clerk, case, url, office):
    accept(case, office.director)
    typed = {"seen": 1, "on": TODAY, "reason": "和好"}
    page = clerk.post(f"{url}do/withdraw/", typed)
    text = page.content.decode()
    assert page.status_code == 400
    assert office.director.name in text
    assert "和好" in text
    assert 'name="seen" value="2"' in text
    assert clerk.post(f"{url}do/withdraw/", typed | {"seen": 2}).status_code == 302


def test_an_act_that_is_not_offered_leads_back_with_the_reason(clerk, office, case, url):
    assert clerk.get(f"{url}do/tell/", follow=True).redirect_chain[0][0] == url
    alone = made(office.area, office.clerk, parties=[{"name": "周海涛"}])
    page = clerk.get(f"{alone.get_absolute_url()}do/accept/", follow=True)
    assert "当事人不足两方" in page.content.decode()


def test_an_act_that_nobody_knows_is_404(clerk, url):
    assert clerk.get(f"{url}do/sing/").status_code == 404
    assert clerk.post(f"{url}do/party/").status_code == 404


def test_only_a_family_dispute_asks_after_violence(clerk, office, url):
    assert "家庭暴力" not in clerk.get(f"{url}do/accept/").content.decode()
    family = made(office.area, office.clerk, matter="family")
    assert "家庭暴力" in clerk.get(f"{family.get_absolute_url()}do/accept/").content.decode()
