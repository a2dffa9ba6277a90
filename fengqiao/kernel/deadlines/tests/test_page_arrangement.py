"""A year's holidays are entered by one person and confirmed by another."""

import pytest

from fengqiao.kernel.deadlines.models import Arrangement, State
from fengqiao.kernel.deadlines.tests.conftest import NOTICE, NUMBER

NEW = "/deadlines/arrangements/new/"
GIVEN = {"year": "2027", "number": NUMBER, "issued_on": "2026-11-20", "text": NOTICE}


def test_a_notice_is_entered_looked_at_and_confirmed_by_another(city_client, second, sign_in):
    answer = city_client.post(NEW, GIVEN)
    made = Arrangement.objects.get()
    assert answer.url == made.get_absolute_url()
    page = city_client.get(answer.url).content.decode()
    assert "录入人不能复核" in page
    assert "<small>班</small>" in page
    other = sign_in(second)
    assert "disabled" not in other.get(answer.url).content.decode()
    other.post(f"{answer.url}confirm/")
    made.refresh_from_db()
    assert (made.state, made.confirmed_by) == (State.CONFIRMED, second)
    assert (
        "已按国务院办公厅公布的放假安排" in other.get("/deadlines/calendar/2027/").content.decode()
    )


def test_who_entered_it_is_told_why_he_cannot_confirm_it(city_client, enter):
    made = enter()
    answer = city_client.post(f"{made.get_absolute_url()}confirm/", follow=True)
    assert "录入人不能复核自己录入的安排" in answer.content.decode()
    made.refresh_from_db()
    assert made.state == State.ENTERED


def test_a_wrong_entry_is_discarded(city_client, enter):
    made = enter()
    city_client.post(f"{made.get_absolute_url()}discard/")
    made.refresh_from_db()
    assert made.state == State.DISCARDED


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("text", "1月1日至3日", "看不出"),
        ("year", "1999", "不能小于"),
        ("issued_on", "昨天", "应为日期"),
        ("number", "", "请填写"),
    ],
)
def test_what_cannot_be_read_is_said_and_nothing_typed_is_lost(city_client, field, value, said):
    page = city_client.post(NEW, GIVEN | {field: value}).content.decode()
    assert said in page
    assert "2月5日至11日放假调休" in page or field == "text"
    assert not Arrangement.objects.exists()


def test_a_clerk_may_look_at_years_but_enters_nothing(clerk_client, enter):
    made = enter()
    assert clerk_client.get(NEW).status_code == 403
    assert clerk_client.post(NEW, GIVEN).status_code == 403
    assert clerk_client.get(made.get_absolute_url()).status_code == 403
    assert clerk_client.post(f"{made.get_absolute_url()}confirm/").status_code == 403
    assert "录入放假安排" not in clerk_client.get("/deadlines/calendar/2027/").content.decode()


def test_an_outsider_is_sent_to_sign_in(client, enter):
    assert client.get(enter().get_absolute_url()).status_code == 302


def test_an_arrangement_that_is_not_there_is_not_found(city_client):
    assert city_client.get("/deadlines/arrangements/99/").status_code == 404
