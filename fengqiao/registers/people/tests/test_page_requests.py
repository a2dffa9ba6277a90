from datetime import timedelta

import pytest
from django.utils import timezone

from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.deadlines.models import Term, TermState
from fengqiao.registers.people.actions import change_person, open_values
from fengqiao.registers.people.models import Request
from fengqiao.registers.people.own_data import own_data
from fengqiao.registers.people.tests.made import make_person
from tests.drawer.models import Slip

TODAY = timezone.localdate()


def text_of(page):
    return page.content.decode()


def typed(**values):
    return {
        "kind": "copy",
        "asker": "self",
        "checked": "on",
        "asked_on": TODAY.isoformat(),
    } | values


@pytest.fixture
def someone(offices):
    return make_person(offices.own, phone="+8613812345678", address="学院路8号", by=offices.clerk)


@pytest.fixture
def director(offices, sign_in):
    return sign_in(offices.director)


@pytest.fixture
def asked(clerk, someone):
    def make(**values):
        answer = clerk.post(f"/people/{someone.pk}/ask/", typed(**values))
        assert answer.status_code == 302
        return Request.objects.latest("pk")

    return make


def url_of(request, end=""):
    return f"/people/requests/{request.pk}/{end}"


def test_a_request_is_registered_with_a_term_that_is_not_cited(clerk, offices, asked):
    made = asked()
    assert (made.area, made.made_by, made.state) == (offices.own, offices.clerk, "open")
    term = Term.objects.about(made).get()
    assert (term.rule, term.cite) == ("PRV-19", "")
    assert "内部时限" in text_of(clerk.get(url_of(made)))
    assert url_of(made) in text_of(clerk.get("/people/requests/"))


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("checked", "", "核验身份后才能受理"),
        ("asker", "guardian", ""),
        ("kind", "correct", ""),
        ("kind", "nothing", ""),
        ("asked_on", (TODAY + timedelta(days=1)).isoformat(), "不能晚于今天"),
        ("asked_on", "", "请填日期"),
    ],
)
def test_what_lacks_is_said_and_nothing_is_registered(clerk, someone, field, value, said):
    page = clerk.post(f"/people/{someone.pk}/ask/", typed(**{field: value}))
    assert page.status_code == 400
    assert said in text_of(page)
    assert not Request.objects.exists()


def test_the_copy_is_handed_out_recorded_and_ends_the_term(clerk, offices, someone, asked):
    made = asked()
    page = clerk.post(url_of(made, "copy/"))
    assert page.content.startswith(b"%PDF")
    assert "no-store" in page["Cache-Control"]
    made.refresh_from_db()
    assert (made.state, made.decided_by) == ("granted", offices.clerk)
    assert Term.objects.about(made).get().state == TermState.MET
    assert Entry.objects.about(someone).filter(act="people.copied").count() == 1
    assert clerk.post(url_of(made, "copy/")).status_code == 200


def test_the_copy_says_all_that_is_kept_and_who_has_looked(offices, clerk, someone, asked):
    for _time in range(2):
        open_values(
            person=someone,
            area=offices.own,
            by=offices.clerk,
            fields=["phone"],
            purpose="serve",
        )
    Slip.objects.create(person=someone, case="甲案")
    data = own_data(asked())
    values = dict(data.values)
    assert values["电话"] == "13812345678"
    assert values["证件号码"] == someone.id_number
    assert values["现住址"] == "学院路8号"
    assert ("打开个人信息:送达文书", 2) in [(look.act, look.times) for look in data.looks]
    assert "京泰路司法所" in {look.office for look in data.looks}
    assert offices.clerk.name not in str(data.looks)
    assert [number for _name, number in data.rows] == [1]


def test_what_another_office_did_is_not_told(offices, someone, asked):
    someone.known.create(area=offices.other, since=TODAY)
    open_values(
        person=someone,
        area=offices.other,
        by=offices.stranger,
        fields=["phone"],
        purpose="serve",
    )
    data = own_data(asked())
    assert data.looks == []
    assert [known.area for known in data.known] == [offices.own]


def test_a_correction_is_granted_once_the_record_was_changed(
    clerk, director, offices, someone, asked
):
    made = asked(kind="correct", wanted="住址应为青年路9号")
    granted = {"state": "granted", "decision": "已核实"}
    page = director.post(url_of(made, "decide/"), granted)
    assert page.status_code == 400
    assert "请先修改档案" in text_of(page)
    change_person(person=someone, area=offices.own, by=offices.clerk, address="青年路9号")
    assert director.post(url_of(made, "decide/"), granted).status_code == 302
    made.refresh_from_db()
    assert (made.state, made.decision, made.decided_by) == ("granted", "已核实", offices.director)
    assert director.post(url_of(made, "decide/"), granted).status_code == 400
    assert clerk.get(url_of(made, "answer/")).content.startswith(b"%PDF")


def test_a_refusal_wants_its_reason_and_names_the_remedy(director, asked):
    from django.template.loader import render_to_string

    made = asked(kind="correct", wanted="改出生日期")
    assert director.post(url_of(made, "decide/"), {"state": "refused"}).status_code == 400
    director.post(url_of(made, "decide/"), {"state": "refused", "decision": "与户籍不符"})
    made.refresh_from_db()
    said = render_to_string("people/papers/answer.html", {"request": made})
    assert "与户籍不符" in said
    assert "向人民法院提起诉讼" in said


def test_only_the_director_decides(clerk, asked):
    made = asked(kind="correct", wanted="改住址")
    assert clerk.get(url_of(made, "decide/")).status_code == 403
    assert clerk.post(url_of(made, "copy/"), follow=True).status_code == 200
    made.refresh_from_db()
    assert made.state == "open"


def test_there_is_no_answer_before_the_decision(clerk, asked):
    made = asked()
    assert clerk.get(url_of(made, "answer/"))["Location"] == url_of(made)


def test_an_outsider_finds_nothing_and_a_reader_is_refused(stranger, reader, someone, asked):
    made = asked()
    for url in (url_of(made), url_of(made, "answer/"), f"/people/{someone.pk}/ask/"):
        assert stranger.get(url).status_code == 404
        assert reader.get(url).status_code == 403
    assert stranger.post(url_of(made, "copy/")).status_code == 404
    assert stranger.get("/people/requests/").context["page"].count == 0


def test_the_list_takes_as_many_queries_for_ten_requests_as_for_one(clerk, asked, queries):
    asked()
    one = len(queries(lambda: clerk.get("/people/requests/")))
    for _number in range(9):
        asked()
    assert len(queries(lambda: clerk.get("/people/requests/"))) == one
