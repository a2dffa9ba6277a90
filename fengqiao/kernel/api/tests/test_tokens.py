"""What a token opens: never more than it was lent, and never more than its owner may today."""

import threading
from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.accounts.signals import password_set
from fengqiao.kernel.api import tokens
from fengqiao.kernel.api.models import Token
from fengqiao.kernel.audit.models import Entry
from fengqiao.registers.organisations.tests.made import make_office

pytestmark = pytest.mark.django_db
SEE, JUDGE = "standards.see", "standards.judge"


def test_the_secret_is_kept_nowhere(cast, token_of):
    token, secret = token_of(cast.city, SEE)
    row = Token.objects.values().get()
    assert secret.startswith(tokens.MARK)
    assert secret not in str(row)
    assert row["start"] == secret[: tokens.SHOWN]
    assert len(secret) > 40
    assert Entry.objects.filter(act="api.token_made").get().label == f"接口令牌 {token.pk} 号"


def test_a_token_tells_whose_it_is(cast, caller):
    said = caller(cast.city, SEE)("/me").json()
    assert (said["username"], said["scopes"]) == ("city", [SEE])


@pytest.mark.parametrize(
    "header",
    [None, "", "Bearer", "Bearer ", "Bearer fq_nonsense", "Basic Y2l0eTp4", "Bearer \udce4\udcb8"],
)
def test_without_a_token_nothing_opens(db, header):
    headers = {} if header is None else {"Authorization": header}
    answer = Client().get("/api/v1/me", headers=headers)
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "Bearer"
    assert answer.json()["title"] == "需要登录"


def test_a_session_opens_nothing_here(city_client):
    assert city_client.get("/api/v1/me").status_code == 401


def test_a_call_sets_no_cookie(cast, caller):
    assert not caller(cast.city, SEE)("/me").cookies


def test_an_ended_token_opens_nothing(cast, token_of, caller):
    call = caller(cast.city, SEE)
    token = Token.objects.get()
    tokens.end(token, by=cast.city)
    assert call("/me").status_code == 401
    tokens.end(token, by=cast.city)
    assert Entry.objects.filter(act="api.token_ended").count() == 1


def test_a_token_opens_until_the_day_before_its_end(cast, caller):
    call = caller(cast.city, SEE)
    today = timezone.localdate()
    Token.objects.update(expires_on=today + timedelta(days=1))
    assert call("/me").status_code == 200
    Token.objects.update(expires_on=today)
    assert call("/me").status_code == 401


def test_a_token_of_a_closed_account_opens_nothing(cast, caller):
    call = caller(cast.city, SEE)
    cast.city.is_active = False
    cast.city.save()
    assert call("/me").status_code == 401


def test_a_token_does_not_do_what_it_was_not_lent(cast, caller):
    call = caller(cast.city, "organisations.see")
    assert call("/offices").status_code == 200
    answer = call("/judgements")
    assert (answer.status_code, answer.json()["title"]) == (403, "没有权限")


def test_a_token_does_not_do_what_its_owner_may_no_longer(cast, caller):
    call = caller(cast.clerk, SEE)
    assert call("/judgements").status_code == 200
    cast.clerk.grants.update(role=Role.MEDIATOR)
    assert call("/judgements").status_code == 403
    cast.clerk.grants.update(role=Role.ASSISTANT, ends_on=timezone.localdate())
    assert call("/judgements").status_code == 403


def test_a_right_that_one_was_lent_and_never_had_stays_shut(cast, caller):
    assert caller(cast.clerk, JUDGE).post("/judgements", {}).status_code == 403


def test_rows_are_those_of_the_owner_within_what_was_lent(cast, caller):
    here, there = make_office(1), make_office(2)
    cast.clerk.grants.all().delete()
    cast.clerk.grants.create(role=Role.ASSISTANT, area=here, begins_on=date(2020, 1, 1))
    rows = caller(cast.clerk, "organisations.see")("/offices").json()["items"]
    assert [row["id"] for row in rows] == [here.pk]
    other = caller(cast.clerk, "organisations.see")
    assert other(f"/offices/{there.names.get().code}").status_code == 404


def test_a_password_set_by_a_code_ends_all_tokens(cast, token_of, caller):
    call, other = caller(cast.city, SEE), caller(cast.director, SEE)
    with transaction.atomic():
        password_set.send(sender=User, user=cast.city, request=None)
    assert (call("/me").status_code, other("/me").status_code) == (401, 200)


def test_too_many_calls_are_refused_with_the_time_to_wait(cast, caller, settings):
    settings.API_CALLS_A_MINUTE = 3
    call = caller(cast.city, SEE)
    codes = [call("/me").status_code for _ in range(4)]
    if codes == [200] * 4:  # the minute changed in between
        codes = [call("/me").status_code for _ in range(4)]
    assert codes[-1] == 429
    answer = call("/me")
    assert 0 < int(answer["Retry-After"]) <= 60
    assert answer.json()["title"] == "操作太频繁"


@pytest.mark.django_db(transaction=True)
def test_calls_are_counted_across_threads_none_twice(cast, token_of, settings, monkeypatch):
    monkeypatch.setattr(tokens.time, "time", lambda: 60_000_030.0)
    settings.API_CALLS_A_MINUTE = 30
    token, _secret = token_of(cast.city, SEE)
    counted = []

    def many():
        counted.extend(tokens.count_call(token) for _ in range(20))
        connection.close()

    threads = [threading.Thread(target=many) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counted.count(True) == 30


def test_when_it_was_used_last_is_known(cast, caller):
    caller(cast.city, SEE)("/me")
    assert Token.objects.get().used_at is not None
