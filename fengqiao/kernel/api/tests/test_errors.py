"""Errors of the API: one shape, the sentences of the pages, the number of the log."""

import pytest
from django.test import Client

from fengqiao.kernel.accounts.addresses import addresses
from fengqiao.kernel.api import tokens, v1

pytestmark = pytest.mark.django_db
KEYS = {"status", "title", "detail", "number", "faults"}


@pytest.fixture
def call(cast, caller):
    return caller(cast.city, "standards.see", "standards.judge", "organisations.see")


@pytest.mark.parametrize(
    ("path", "status", "title"),
    [
        ("/nothing", 404, "没有这个页面"),
        ("/judgements/999", 404, "没有这个页面"),
        ("/offices/none", 404, "没有这个页面"),
        ("/offices?on=yesterday", 422, "填写有误"),
    ],
)
def test_an_error_has_one_shape(call, path, status, title):
    answer = call(path)
    said = answer.json()
    assert (answer.status_code, said["status"], said["title"]) == (status, status, title)
    assert said.keys() == KEYS
    assert said["number"] == answer["X-Request-Id"]
    assert answer["Content-Type"] == "application/json"


def test_the_wrong_method_is_said_with_the_right_ones(call):
    answer = call.post("/me", {})
    assert (answer.status_code, answer["Allow"]) == (405, "GET")
    assert answer.json().keys() == KEYS


@pytest.mark.parametrize("body", ["{", "", "\x00"])
def test_a_body_that_is_no_json_is_refused(call, body):
    answer = call.post("/judgements", body)
    assert answer.status_code in (400, 422)
    assert answer.json().keys() == KEYS


def test_each_fault_stands_at_its_field_in_chinese(call):
    answer = call.post("/judgements", {"on": "soon", "more": 1})
    said = {fault["field"]: fault["text"] for fault in answer.json()["faults"]}
    assert said == {
        "standard": "缺少这一项",
        "on": "应为日期\uff0c如 2026-06-30",
        "more": "没有这一项",
    }


def test_a_text_with_a_nul_is_refused_before_any_database(call):
    assert call("/offices", {"name": "a\x00b"}).status_code == 400
    assert call("/offices/a%00b").status_code == 404


def test_what_breaks_is_said_with_a_number_and_without_a_trace(call, monkeypatch, caplog):
    call.client.raise_request_exception = False

    def breaks(user):
        raise ValueError("secret detail")

    monkeypatch.setattr(tokens, "may_use", breaks)
    answer = call("/me")
    assert (answer.status_code, answer.json()["title"]) == (500, "系统出错")
    assert "secret detail" not in answer.content.decode()
    broken = [record for record in caplog.records if record.levelname == "ERROR"]
    assert broken[0].request.error_number == answer.json()["number"]


def test_too_large_a_body_is_refused_unread(call, settings):
    settings.MAX_REQUEST_BYTES = 10
    answer = call.post("/judgements", {"standard": "x" * 20})
    assert (answer.status_code, answer.json()["title"]) == (413, "内容太大")


def test_a_page_of_the_system_answers_with_a_page(clerk_client):
    assert clerk_client.get("/nothing/")["Content-Type"].startswith("text/html")


def test_every_operation_is_an_address_with_its_right(db):
    listed = {
        (one.name, one.methods[0], one.right) for one in addresses() if one.name[:4] == "api:"
    }
    assert listed == {(f"api:{one.name}", one.method, one.right) for one in v1.operations()}
    assert ("api:start_judgement", "POST", "standards.judge") in listed


def test_no_operation_opens_without_a_token(db):
    client = Client()
    for one in v1.operations():
        path = one.path.replace("{int:pk}", "1").replace("{code}", "x")
        answer = getattr(client, one.method.lower())(path, content_type="application/json")
        assert answer.status_code == 401, path
