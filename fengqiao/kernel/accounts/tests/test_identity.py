"""The city's unified identity, against a real OIDC server on this machine."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from fengqiao.config import identity as configured
from fengqiao.kernel.accounts import second_factor
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.accounts.tests.city import city_server
from fengqiao.kernel.audit.models import Entry, Payload

DOOR, LOGIN = "/accounts/oidc/", "/accounts/login/"
PEOPLE = {
    "s-1": {"preferred_username": "clerk", "name": "许晓燕", "phone_number": "+8613800001234"},
    "s-2": {"preferred_username": "nobody", "phone_number": "+8613900000000"},
    "s-3": {"preferred_username": "leaver"},
    "s-4": {"preferred_username": "clerk"},
    "s-5": {"phone_number": "138 0000 1234", "phone_number_verified": False},
}


@pytest.fixture(scope="module")
def server():
    """The server of the city with its people."""
    with city_server(PEOPLE) as address:
        yield address


@pytest.fixture
def city(server, settings, cast):
    """Makes the server the city's; by which claim it names accounts may be said."""

    def be(by="username"):
        app = configured.app(server, "fengqiao", "secret", "泰州通", by, "")
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}

    be()
    return be


def come(client, sub, **sent):
    """Goes to the city's server, proves to be `sub`, and comes back."""
    there = client.get(DOOR, sent)["Location"]
    proved = requests.post(there, data={"sub": sub}, allow_redirects=False, timeout=10)
    back = urlsplit(proved.headers["Location"])
    return client.get(f"{back.path}?{back.query}")


def is_in(client):
    return client.get("/").status_code == 200


def acts():
    return list(Entry.objects.order_by("pk").values_list("act", flat=True))


def test_who_has_an_account_comes_in_and_is_where_he_wanted_to_go(city):
    client = Client()
    assert come(client, "s-1", next="/jobs/")["Location"] == "/jobs/"
    assert is_in(client)
    assert acts()[:2] == ["accounts.identity_bound", "accounts.signed_in"]
    entry = Entry.objects.get(act="accounts.signed_in")
    assert "统一身份认证" in Payload.objects.get(entry=entry).body


def test_nothing_is_kept_of_what_the_city_says_of_a_person(city):
    come(Client(), "s-1")
    come(Client(), "s-1")
    bound = SocialAccount.objects.get()
    assert (bound.uid, bound.extra_data) == ("s-1", {})
    assert not SocialToken.objects.exists()


@pytest.mark.parametrize("sub", ["s-2", "s-3"])
def test_who_has_no_open_account_stays_outside_and_gets_none(city, sub):
    client = Client()
    people = User.objects.count()
    answer = come(client, sub)
    assert answer.status_code == 403
    assert "没有对应的账号" in answer.content.decode()
    assert not is_in(client)
    assert (User.objects.count(), SocialAccount.objects.count()) == (people, 0)
    assert acts() == ["accounts.sign_in_failed"]


def test_a_second_identity_with_the_same_name_does_not_take_the_account(city, cast):
    come(Client(), "s-1")
    other = Client()
    assert come(other, "s-4").status_code == 403
    assert not is_in(other)


def test_a_bound_identity_keeps_its_account_whatever_the_account_is_called(city, cast):
    come(Client(), "s-1")
    cast.clerk.username = "renamed"
    cast.clerk.save()
    client = Client()
    come(client, "s-1")
    assert client.get("/accounts/security/").context["user"].username == "renamed"


def test_a_closed_account_is_closed_for_its_identity_too(city, cast):
    come(Client(), "s-1")
    cast.clerk.is_active = False
    cast.clerk.save()
    client = Client()
    assert come(client, "s-1")["Location"] == "/accounts/inactive/"
    assert not is_in(client)


def test_the_account_may_be_named_by_a_phone_that_was_verified(city, cast):
    city("phone")
    cast.clerk.phone = "13800001234"
    cast.clerk.save()
    outside, client = Client(), Client()
    assert come(outside, "s-5").status_code == 403
    come(client, "s-1")
    assert [is_in(outside), is_in(client)] == [False, True]


def test_who_is_signed_in_cannot_bind_another_identity_to_himself(city, cast, sign_in):
    client = sign_in(cast.director)
    answer = come(client, "s-2", process="connect")
    assert answer.status_code == 401
    assert not SocialAccount.objects.exists()


def test_the_second_factor_is_wanted_all_the_same(city, settings):
    settings.SECOND_FACTOR = True
    client = Client()
    come(client, "s-1")
    assert client.get("/")["Location"] == "/accounts/second-factor/"


def test_an_answer_that_was_not_asked_for_is_refused(city):
    client = Client()
    there = client.get(DOOR)["Location"]
    proved = requests.post(there, data={"sub": "s-1"}, allow_redirects=False, timeout=10)
    back = urlsplit(proved.headers["Location"])
    stranger = Client()
    assert stranger.get(f"{back.path}?{back.query}").status_code == 401
    assert not is_in(stranger)


def test_who_turns_back_is_told_so(city):
    client = Client()
    asked = parse_qs(urlsplit(client.get(DOOR)["Location"]).query)
    denied = {"error": "access_denied", "state": asked["state"][0]}
    page = client.get(f"{DOOR}back/", denied, follow=True)
    assert "没有用统一身份认证登录" in page.content.decode()


def test_a_server_that_is_away_is_said_in_words(city, settings):
    app = configured.app("http://localhost:9", "fengqiao", "", "泰州通", "username", "")
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
    answer = Client().get(DOOR)
    assert answer.status_code == 503
    assert "统一身份认证没有完成" in answer.content.decode()


def test_the_door_is_drawn_only_where_there_is_one(city, client, settings):
    page = client.get(LOGIN, {"next": "/jobs/"}).content.decode()
    assert "泰州通" in page
    assert f'href="{DOOR}?next=/jobs/"' in page
    settings.SOCIALACCOUNT_PROVIDERS = {}
    assert DOOR not in client.get(LOGIN).content.decode()
    assert client.get(DOOR).status_code == 404


def test_a_reset_at_the_counter_lets_another_identity_be_bound(city, cast):
    come(Client(), "s-1")
    chief = User.objects.create_user("chief", name="管理员")
    chief.grants.create(role=Role.SYSTEM_ADMIN, begins_on=date(2020, 1, 1))
    second_factor.take_away(cast.clerk, by=chief)
    client = Client()
    come(client, "s-4")
    assert is_in(client)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"by": "email"}, "FENGQIAO_OIDC_BY"),
        ({"client": ""}, "FENGQIAO_OIDC_CLIENT"),
        ({"server": "http://city.example"}, "https"),
    ],
)
def test_what_cannot_be_meant_is_refused_at_the_start(monkeypatch, changes, said):
    monkeypatch.setattr(configured, "DEMO", False)
    asked = {
        "server": "https://city.example",
        "client": "c",
        "secret": "s",
        "name": "n",
        "by": "username",
        "claim": "",
    }
    configured.app(**asked)
    with pytest.raises(ImproperlyConfigured, match=said):
        configured.app(**asked | changes)
