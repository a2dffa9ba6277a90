"""What holds for every address: sign-in first, and a policy without inline script or style."""

import re
import subprocess
import sys

import pytest
from django.urls import URLPattern, get_resolver

from fengqiao.config.home import ROOT

# Machines ask the last four; who may have the figures is held in `upkeep/tests/test_health.py`.
PUBLIC = {
    "account_login",
    "account_code",
    "account_logout",
    "account_inactive",
    "openid_connect_login",
    "openid_connect_callback",
    "socialaccount_login_cancelled",
    "health",
    "health_worker",
    "health_trail",
    "metrics",
}
# One shows number and day to whoever holds a paper, the other takes what the holder of a slip says.
OF_A_SLIP = {"documents/check/<str:code>/", "disputes/opinion/"}


def patterns(resolver, prefix=""):
    for entry in resolver.url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield route, entry
        else:
            yield from patterns(entry, route)


def address(route):
    """An address that fits the route; what it names need not exist."""
    values = {"int": "1", "date": "2026-01-01"}
    return "/" + re.sub(r"<(?:(\w+):)?\w+>", lambda part: values.get(part[1], "x"), route)


def test_no_page_opens_without_sign_in(client, db):
    checked = 0
    for route, entry in patterns(get_resolver()):
        if entry.name in PUBLIC or route in OF_A_SLIP or route.startswith("api/"):
            continue  # a program is answered with 401
        for method in ("get", "post"):
            answer = getattr(client, method)(address(route))
            assert answer.status_code == 302, (route, method, answer.status_code)
            assert answer["Location"].startswith("/accounts/login/"), route
        checked += 1
    assert checked


def test_health_is_public_and_says_ok(client, db):
    assert client.get("/health/").content == b"ok\n"


@pytest.mark.parametrize("path", ["/accounts/login/", "/", "/nothing/"])
def test_every_page_carries_the_strict_policy(clerk_client, path):
    policy = clerk_client.get(path, follow=True)["Content-Security-Policy"]
    assert "script-src 'self';" in policy + ";"
    assert "style-src 'self';" in policy + ";"
    assert "unsafe" not in policy


def test_cookies_are_for_https_unless_it_is_a_trial(tmp_path):
    code = "from fengqiao.config import settings as s; print(s.SESSION_COOKIE_SECURE, s.DEBUG)"
    said = {
        demo: subprocess.check_output(
            [sys.executable, "-c", code],
            env={"FENGQIAO_HOME": str(tmp_path), "FENGQIAO_DEMO": demo, "PYTHONPATH": str(ROOT)},
            text=True,
        ).split()
        for demo in ("0", "1")
    }
    assert said["0"] == ["True", "False"]
    assert said["1"] == ["False", "False"]
