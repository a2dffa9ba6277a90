"""The second factor in a browser: an app on the phone, a security key, recovery codes."""

import time

import pytest
from allauth.mfa.totp.internal import auth as totp
from playwright.sync_api import expect

PASSWORD = "fengqiao2026"


def code_now(secret, ahead=0):
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30 + ahead))


def sign_out(page):
    page.locator(".fq-user summary").click()
    page.get_by_role("button", name="退出登录").click()


def password_step(page):
    page.goto("/accounts/login/")
    page.get_by_label("用户名").fill("zhuli")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录", exact=True).click()
    page.wait_for_url("**/accounts/login/second/")


@pytest.fixture
def asked_for(settings):
    settings.SECOND_FACTOR = True


@pytest.fixture
def people(sign_in_as):
    """Makes the demo accounts."""


def first_step(page):
    page.goto("/accounts/login/")
    page.get_by_label("用户名").fill("zhuli")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录", exact=True).click()


def test_an_app_is_set_up_and_asked_for_and_a_recovery_code_stands_for_it(
    page, people, asked_for, picture
):
    first_step(page)
    expect(page.locator(".alert-warning")).to_contain_text("须先设好两步验证")
    picture("second-factor-wanted")
    page.get_by_role("link", name="设置").click()
    expect(page.get_by_role("img", name="二维码")).to_be_visible()
    assert page.get_by_role("img", name="二维码").evaluate("image => image.naturalWidth") > 100
    page.get_by_text("不能扫描").click()
    picture("second-factor-app")
    secret = page.locator("code").inner_text()
    page.get_by_label("应用上显示的").fill(code_now(secret))
    page.get_by_role("button", name="启用").click()
    expect(page.locator("h1")).to_contain_text("恢复码")
    codes = page.locator(".fq-codes li").all_inner_texts()
    assert len(codes) == 10
    picture("recovery-codes")
    page.get_by_role("link", name="已抄好").click()
    expect(page.locator("h1")).to_contain_text("今日")

    sign_out(page)
    password_step(page)
    picture("second-step")
    page.get_by_label("验证码").fill(code_now(secret, 1))
    page.get_by_role("button", name="登录", exact=True).click()
    expect(page.locator("h1")).to_contain_text("今日")

    sign_out(page)
    password_step(page)
    page.get_by_label("验证码").fill(codes[3])
    page.get_by_role("button", name="登录", exact=True).click()
    expect(page.locator("h1")).to_contain_text("今日")
    page.goto("/accounts/second-factor/")
    expect(page.locator("main")).to_contain_text("还有 9 个没有用过")
    picture("second-factor")
    page.goto("/accounts/security/")
    picture("security-protected")


def test_a_security_key_is_added_and_opens_the_door(page, people, asked_for, picture):
    """The key is a virtual one of the browser; what passes between it and the server is real."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "usb",
        "hasUserVerification": True,
        "isUserVerified": True,
    }
    key = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    number = {"authenticatorId": key["authenticatorId"]}
    first_step(page)
    page.get_by_role("link", name="添加").click()
    page.get_by_label("名称").fill("蓝色密钥")
    picture("security-key")
    page.get_by_role("button", name="添加").click()
    expect(page.locator("h1")).to_contain_text("恢复码")
    assert len(devtools.send("WebAuthn.getCredentials", number)["credentials"]) == 1
    page.goto("/accounts/second-factor/")
    expect(page.locator("main")).to_contain_text("蓝色密钥")

    sign_out(page)
    password_step(page)
    picture("second-step-key")
    page.get_by_role("button", name="用安全密钥").click()
    expect(page.locator("h1")).to_contain_text("今日")

    page.goto("/accounts/second-factor/")
    page.get_by_role("link", name="移除").click()
    picture("security-key-end")
    page.get_by_role("button", name="移除").click()
    expect(page.locator(".alert-warning")).to_contain_text("须先设好两步验证")


def test_without_the_key_the_page_says_so(page, people):
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    first_step(page)
    page.goto("/accounts/second-factor/keys/")
    page.evaluate("() => { navigator.credentials.create = () => Promise.reject(); }")
    page.get_by_role("button", name="添加").click()
    expect(page.get_by_role("alert")).to_contain_text("没有完成")
