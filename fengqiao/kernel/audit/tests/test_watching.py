"""What is sent and taken without leaving a trail is found."""

import logging

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import resolve, reverse

from fengqiao.kernel.audit.middleware import TrailForgotten, TrailMiddleware
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.audit.watching import nothing_done

pytestmark = pytest.mark.django_db

ADDRESS = ("jobs:again", 1)


@pytest.fixture
def sent(cast, settings):
    """Posts past the middleware to a view that does this and answers so."""
    settings.TRAIL_IS_STRICT = True

    def send(view=lambda: None, status=302, user=None, address=ADDRESS, method="post"):
        name, *args = address
        request = getattr(RequestFactory(), method)(reverse(name, args=args))
        request.user, request.resolver_match = user or cast.clerk, resolve(request.path)

        def answer(request):
            view()
            return HttpResponse(status=status)

        return TrailMiddleware(answer)(request)

    return send


def test_an_act_without_a_trail_is_an_error(sent):
    with pytest.raises(TrailForgotten, match="POST jobs:again"):
        sent()


def test_in_earnest_it_is_logged(sent, settings, caplog):
    settings.TRAIL_IS_STRICT = False
    with caplog.at_level(logging.ERROR):
        assert sent().status_code == 302
    assert "jobs:again left no trail" in caplog.text


@pytest.mark.parametrize(
    "harmless",
    [
        {"view": lambda: record("tests.read", by=None)},
        {"view": nothing_done},
        {"status": 400},
        {"method": "get"},
        {"user": AnonymousUser()},
        {"address": ("account_login",)},
    ],
)
def test_nothing_is_missed_where_nothing_was_done_or_all_was_recorded(sent, harmless):
    assert sent(**harmless).status_code in (302, 400)
