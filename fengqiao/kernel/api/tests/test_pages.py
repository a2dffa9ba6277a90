import re
from datetime import timedelta

import pytest
from django.utils import timezone

from fengqiao.conftest import PASSWORD
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.api.models import Token
from fengqiao.kernel.api.v1 import operations
from fengqiao.lib.typography import typeset

pytestmark = pytest.mark.django_db
TOKENS = "/tokens/"


def typed(**changes):
    until = timezone.localdate() + timedelta(days=90)
    return {
        "name": "区局数据平台",
        "scopes": ["standards.see"],
        "expires_on": until.isoformat(),
        "password": PASSWORD,
    } | changes


def text(page):
    return page.content.decode()


def test_a_new_token_is_shown_once_and_works(city_client, client):
    page = city_client.post("/tokens/new/", typed())
    token = Token.objects.get()
    secret = text(page).split('value="fq_')[1].split('"')[0]
    headers = {"Authorization": f"Bearer fq_{secret}"}
    assert client.get("/api/v1/me", headers=headers).json()["token"] == token.start
    listed = text(city_client.get(TOKENS))
    assert token.start in listed
    assert secret not in listed


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": ""}, "请填写这一项"),
        ({"scopes": []}, "请至少选一项"),
        ({"scopes": ["accounts.manage"]}, "accounts.manage"),
        ({"expires_on": "2020-01-01"}, "一年以内"),
        ({"expires_on": "2099-01-01"}, "一年以内"),
        ({"expires_on": ""}, "请填日期"),
        ({"password": "wrong"}, "密码不对"),
    ],
)
def test_what_is_wrong_is_said_and_no_token_made(city_client, wrong, said):
    page = city_client.post("/tokens/new/", typed(**wrong))
    assert (page.status_code, Token.objects.count()) == (400, 0)
    assert said in text(page)
    assert PASSWORD not in text(page)


def test_only_what_one_may_do_oneself_can_be_lent(clerk_client):
    page = text(clerk_client.get("/tokens/new/"))
    assert 'value="standards.see"' in page
    assert 'value="standards.judge"' not in page
    assert clerk_client.post("/tokens/new/", typed(scopes=["standards.judge"])).status_code == 400


def test_guessing_the_password_is_limited(city_client):
    for _ in range(10):
        city_client.post("/tokens/new/", typed(password="wrong"))
    assert "尝试太多" in text(city_client.post("/tokens/new/", typed()))
    assert not Token.objects.exists()


def test_an_ended_token_says_so(city_client, token_of, cast):
    token, _secret = token_of(cast.city, "standards.see")
    assert city_client.post(f"/tokens/{token.pk}/end/").status_code == 302
    token.refresh_from_db()
    assert not token.opens
    assert "停用" in text(city_client.get(TOKENS))


def test_a_colleagues_token_is_not_there(city_client, token_of, cast):
    token, _secret = token_of(cast.director, "standards.see")
    assert city_client.post(f"/tokens/{token.pk}/end/").status_code == 404
    assert token.start not in text(city_client.get(TOKENS))
    token.refresh_from_db()
    assert token.opens


def test_who_may_not_let_programs_in_is_refused(cast, sign_in):
    cast.clerk.grants.update(role=Role.MEDIATOR)
    client = sign_in(cast.clerk)
    for page in (TOKENS, "/tokens/new/", "/tokens/reference/", "/tokens/openapi.json"):
        assert client.get(page).status_code == 403
    assert "接口令牌" not in text(client.get("/"))


def test_an_outsider_is_sent_to_the_sign_in(client, db):
    assert client.get(TOKENS)["Location"].startswith("/accounts/login/")


def plain(path):
    """As the document writes it: without the kinds of its parts."""
    return re.sub(r"{\w+:", "{", path)


def test_the_reference_names_every_operation(city_client):
    page = text(city_client.get("/tokens/reference/"))
    for one in operations():
        assert typeset(one.summary) in page
        assert plain(one.path) in page


def test_the_document_states_every_operation(city_client):
    paths = city_client.get("/tokens/openapi.json").json()["paths"]
    stated = {(path, method) for path, one in paths.items() for method in one}
    assert stated == {(plain(one.path), one.method.lower()) for one in operations()}


def test_the_list_takes_the_same_queries_however_many_tokens(city_client, token_of, cast, queries):
    token_of(cast.city, "standards.see")
    few = len(queries(lambda: city_client.get(TOKENS)))
    for _ in range(5):
        token_of(cast.city, "standards.see")
    assert len(queries(lambda: city_client.get(TOKENS))) == few
