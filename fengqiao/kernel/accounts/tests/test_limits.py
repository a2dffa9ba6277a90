"""Guessing is limited for an account and for an address, across processes, and says nothing of who
is there."""

import os
import subprocess
import sys

import pytest
from allauth.core.internal import ratelimit
from django.conf import settings as live_settings
from django.contrib.auth.hashers import MD5PasswordHasher
from django.db import connection
from django.test import Client

from fengqiao.conftest import PASSWORD
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.accounts.requests import address_of
from fengqiao.lib.typography import typeset

LOGIN = "/accounts/login/"
WRONG_ONE = "no such word"
TOO_MANY = typeset("失败次数过多,请五分钟后再试。")
WRONG = typeset("用户名(手机号)或密码不正确。")


def attempt(login, password=WRONG_ONE, **headers):
    page = Client(headers=headers).post(LOGIN, {"login": login, "password": password})
    return page.content.decode() if page.status_code == 200 else page.status_code


def test_the_limit_of_an_account_counts_failures_under_its_name_and_its_phone(cast):
    cast.clerk.phone = "13800001234"
    cast.clerk.save()
    spellings = ["clerk", "CLERK", "13800001234", "138 0000 1234", "+8613800001234"]
    assert all(WRONG in attempt(spelling) for spelling in spellings)
    assert TOO_MANY in attempt("clerk", PASSWORD)


def test_the_limit_cannot_be_evaded_by_another_host_or_port(cast):
    for port in range(5):
        attempt("clerk", host=f"localhost:{port + 1}")
    assert TOO_MANY in attempt("clerk", PASSWORD, host="localhost:99")


@pytest.mark.parametrize(
    ("name", "password"), [("clerk", "wrong"), ("nobody", "x"), ("leaver", "x")]
)
def test_every_failure_says_the_same(cast, name, password):
    page = attempt(name, password)
    assert WRONG in page
    assert page.count("alert-danger") == 1


@pytest.mark.parametrize("name", ["clerk", "nobody"])
def test_the_limit_says_the_same_whether_the_account_is_there(cast, name):
    for _attempt in range(5):
        attempt(name)
    assert TOO_MANY in attempt(name)


def test_an_unknown_name_costs_a_hash_as_a_known_one_does(cast, monkeypatch):
    hashed, encode = [], MD5PasswordHasher.encode
    monkeypatch.setattr(
        MD5PasswordHasher, "encode", lambda *args: hashed.append(1) or encode(*args)
    )
    counts = []
    for name in ("clerk", "nobody", "newcomer"):
        hashed.clear()
        attempt(name)
        counts.append(len(hashed))
    assert counts == [1, 1, 1]


def test_an_address_is_limited_over_many_accounts(db):
    pages = [attempt(f"somebody-{number}") for number in range(21)]
    assert TOO_MANY not in pages[19]
    assert TOO_MANY in pages[20]


def test_too_many_sign_ins_from_an_address_are_put_off_in_words(client, db, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    assert client.post(LOGIN, {}).status_code == 200
    put_off = client.post(LOGIN, {})
    assert put_off.status_code == 429
    assert "操作太频繁" in put_off.content.decode()


def test_a_forwarded_address_is_believed_only_of_proxies_that_are_configured(rf, settings):
    request = rf.post(LOGIN, headers={"X-Forwarded-For": "203.0.113.7, 198.51.100.4"})
    assert address_of(request) == "127.0.0.1"
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert address_of(request) == "198.51.100.4"
    assert ratelimit.get_ip(request) == "198.51.100.4"


ELSEWHERE = f"""
import django
django.setup()
from django.test import Client
for attempt in range(3):
    Client().post({LOGIN!r}, {{"login": "clerk", "password": "wrong"}})
"""


def other_process():
    """Another process on the database of this test."""
    to = connection.settings_dict
    address = f"sqlite:///{to['NAME']}"
    if connection.vendor == "postgresql":
        password = f":{to['PASSWORD']}" if to["PASSWORD"] else ""
        address = f"postgres://{to['USER']}{password}@{to['HOST']}:{to['PORT']}/{to['NAME']}"
    found = os.environ | {
        "DATABASE_URL": address,
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "PYTHONPATH": str(live_settings.BASE_DIR),
    }
    return subprocess.Popen([sys.executable, "-c", ELSEWHERE], env=found)


@pytest.mark.django_db(transaction=True)
def test_failures_of_two_processes_count_together():
    User.objects.create_user("clerk", PASSWORD, name="某人")
    others = [other_process(), other_process()]
    assert [other.wait(60) for other in others] == [0, 0]
    assert TOO_MANY in attempt("clerk", PASSWORD)
