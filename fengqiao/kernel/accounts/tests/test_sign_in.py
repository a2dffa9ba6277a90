from datetime import date

import pytest
from django.urls import reverse

from fengqiao.conftest import PASSWORD
from fengqiao.kernel.accounts.demo import ACCOUNTS, make_demo_accounts
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.held import Held
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.divisions import Township, ensure_places
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.tree import grow
from fengqiao.lib.typography import typeset

LOGIN = "/accounts/login/"


def test_the_sign_in_page_says_what_this_is(client, db):
    page = client.get(LOGIN)
    assert "枫桥 · 司法所工作系统" in page.content.decode()


def test_the_right_password_opens_the_first_page(client, cast):
    answer = client.post(LOGIN, {"login": "clerk", "password": PASSWORD})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert "许晓燕" in client.get("/").content.decode()


def test_after_sign_in_one_is_where_one_wanted_to_go(client, cast):
    wanted = client.get("/")
    answer = client.post(
        wanted["Location"], {"login": "clerk", "password": PASSWORD, "next": "/?a=1"}
    )
    assert answer["Location"] == "/?a=1"


def test_who_pressed_a_button_after_the_session_ended_comes_back_to_its_page(client, cast):
    pressed = client.post("/jobs/1/again/", headers={"Referer": "http://testserver/jobs/1/"})
    assert pressed["Location"] == f"{LOGIN}?next=/jobs/1/"
    stranger = client.post("/jobs/1/again/", headers={"Referer": "https://elsewhere.example/x"})
    assert stranger["Location"] == f"{LOGIN}?next=/"


def test_a_wrong_password_is_refused_and_the_name_is_kept(client, cast):
    page = client.post(LOGIN, {"login": "clerk", "password": "wrong"})
    assert page.status_code == 200
    assert 'value="clerk"' in page.content.decode()
    assert typeset("没有提交成功,请改正后再提交。") in page.content.decode()


def test_a_closed_account_cannot_sign_in(client, cast):
    answer = client.post(LOGIN, {"login": "leaver", "password": PASSWORD}, follow=True)
    assert "账号已停用" in answer.content.decode()
    assert client.get("/").status_code == 302


def test_after_many_failures_even_the_right_password_is_refused(client, cast):
    for _attempt in range(6):
        client.post(LOGIN, {"login": "clerk", "password": "wrong"})
    client.post(LOGIN, {"login": "clerk", "password": PASSWORD})
    assert client.get("/").status_code == 302


def test_signing_out_is_a_post(clerk_client):
    assert clerk_client.get(reverse("account_logout")).status_code == 405
    assert clerk_client.post(reverse("account_logout")).status_code == 302
    assert clerk_client.get("/").status_code == 302


@pytest.mark.parametrize("path", ["/accounts/signup/", "/accounts/password/reset/"])
def test_nobody_can_make_an_account(clerk_client, path):
    assert clerk_client.get(path).status_code == 404


def test_a_trial_lists_its_accounts(client, db, settings):
    settings.DEMO = True
    assert ACCOUNTS[0].password in client.get(LOGIN).content.decode()
    settings.DEMO = False
    assert ACCOUNTS[0].password not in client.get(LOGIN).content.decode()


def test_demo_accounts_are_made_once_and_can_sign_in(client, db):
    assert make_demo_accounts() == len(ACCOUNTS)
    assert make_demo_accounts() == 0
    client.post(LOGIN, {"login": ACCOUNTS[0].username, "password": ACCOUNTS[0].password})
    assert client.get("/").status_code == 200


def test_a_demo_account_gets_its_role_once_its_area_is_there(db):
    make_demo_accounts()
    clerk = User.objects.get(username="zhuli")
    assert clerk.held == []
    ensure_places([Township("321202007", AreaKind.STREET, "海陵区")], date(2021, 12, 31))
    street = Area.objects.get(kind=AreaKind.STREET)
    (office,) = grow([(street, AreaKind.OFFICE)])
    for _again in range(2):
        make_demo_accounts()
    clerk = User.objects.get(username="zhuli")
    assert clerk.held == [Held(Role.ASSISTANT, office.path)]


def test_a_fragment_asked_for_without_sign_in_sends_the_page_to_it(client, db):
    answer = client.get("/", headers={"HX-Request": "true"})
    assert answer["HX-Redirect"] == LOGIN
