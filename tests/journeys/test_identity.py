"""The city's unified identity in a browser, against an OIDC server on this machine."""

import pytest
from playwright.sync_api import expect

from fengqiao.config import identity
from fengqiao.kernel.accounts.tests.city import city_server

PEOPLE = {"zhang": {"preferred_username": "zhuli"}, "stranger": {"preferred_username": "x"}}


@pytest.fixture
def city(settings):
    with city_server(PEOPLE) as address:
        app = identity.app(address, "fengqiao", "secret", "泰州通统一身份认证", "username", "")
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
        yield address


def without_the_net(context):
    """The server's own page asks for a style sheet from elsewhere, which is not to be had here."""
    context.route(
        lambda url: "localhost" not in url,
        lambda route: route.fulfill(body="", content_type="text/css"),
    )


def test_a_clerk_comes_in_by_the_identity_of_the_city(page, sign_in_as, city, picture):
    """`sign_in_as` makes the accounts; nobody types a password here."""
    without_the_net(page.context)
    page.goto("/accounts/login/?next=/jobs/")
    expect(page.get_by_role("link", name="泰州通统一身份认证")).to_be_visible()
    picture("sign-in-identity")
    page.get_by_role("link", name="泰州通统一身份认证").click()
    page.wait_for_url(f"{city}/**")
    page.get_by_role("button", name="zhang").click()
    page.wait_for_url("**/jobs/")
    expect(page.locator(".fq-user summary")).to_contain_text("许晓燕")


def test_a_stranger_of_the_city_stays_outside(browser, live_server, sign_in_as, city):
    context = browser.new_context(base_url=live_server.url)
    without_the_net(context)
    page = context.new_page()
    page.goto("/accounts/login/")
    page.get_by_role("link", name="泰州通统一身份认证").click()
    page.get_by_role("button", name="stranger").click()
    expect(page.locator("h1")).to_have_text("没有对应的账号")
    page.goto("/")
    expect(page).to_have_title("登录 · 枫桥")
    context.close()
