import pytest
from django.template.loader import render_to_string

from fengqiao.registers.people import grounds
from fengqiao.registers.people.forms.person import PersonForm
from fengqiao.registers.people.grounds import FormPurpose, Use
from fengqiao.registers.people.purposes import PURPOSES

URL = "/people/told/people.register/"


def text_of(page):
    return page.content.decode()


def test_the_form_says_why_it_asks_and_leads_to_the_notice(clerk, offices):
    text = text_of(clerk.get("/people/new/"))
    assert "为什么要填这些" in text
    assert "第十三条第一款第三项" in text
    assert URL in text


def test_every_field_of_the_form_has_its_reason():
    asked = set(PersonForm.base_fields) - {"area"}
    assert asked == grounds.purpose_named("people.register").fields


def test_the_notice_says_what_the_law_wants_said(clerk, offices):
    text = text_of(clerk.get(URL))
    for said in ("京泰路司法所", "核对身份", "敏感个人信息", "保存多久", "提起诉讼"):
        assert said in text
    assert URL in text_of(clerk.get("/people/told/"))


def test_the_notice_promises_what_the_rule_of_keeping_says(clerk, offices, monkeypatch):
    assert "保存3年" in text_of(clerk.get(URL))
    nothing = type("Rule", (), {"on": lambda self, day: None})()
    monkeypatch.setattr("fengqiao.registers.people.purposes.load", lambda: {"KEP-01": nothing})
    assert "保存期限未定的" in text_of(clerk.get(URL))


def test_the_date_on_paper_is_left_open_to_be_written(offices):
    said = render_to_string("people/papers/told.html", {"told": PURPOSES[0]})
    assert "&emsp;年" in said


def test_the_notice_is_printed(clerk, offices):
    page = clerk.get(f"{URL}print/")
    assert page["Content-Type"] == "application/pdf"
    assert page.content.startswith(b"%PDF")


def test_a_form_that_nobody_named_is_404(clerk, offices):
    for end in ("", "print/"):
        assert clerk.get(f"/people/told/nothing/{end}").status_code == 404


def test_a_reader_is_refused_and_nobody_gets_in_without_sign_in(reader, client):
    for url in ("/people/told/", URL, f"{URL}print/"):
        assert reader.get(url).status_code == 403
        assert client.get(url)["Location"].startswith("/accounts/login/")


def test_the_notice_takes_as_many_queries_each_time(clerk, offices, queries):
    first = len(queries(lambda: clerk.get(URL)))
    assert len(queries(lambda: clerk.get(URL))) == first


@pytest.mark.parametrize("named", [PURPOSES[0].name, "people.other"])
def test_a_name_twice_or_sensitive_data_without_reason_stop_the_start(monkeypatch, named):
    use = Use("健康状况", "安排上门", ("health",), sensitive=True)
    row = FormPurpose(named, "表", "目的", "依据", (use,), "保存")
    monkeypatch.setattr("fengqiao.registers.people.purposes.PURPOSES", [*PURPOSES, row])
    with pytest.raises(LookupError):
        grounds.collect()
    monkeypatch.undo()
    grounds.collect()
