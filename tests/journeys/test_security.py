"""One's own security in a browser: a first password by a code, devices, signing out elsewhere."""

from playwright.sync_api import expect

from fengqiao.kernel.accounts import codes
from fengqiao.kernel.accounts.models import User

NEW = "yun-he-li-xian"


def sign_in(page, username, password):
    page.goto("/accounts/login/")
    page.get_by_label("用户名").fill(username)
    page.get_by_label("密码").fill(password)
    page.get_by_role("button", name="登录", exact=True).click()


def test_a_person_sets_a_password_with_the_code_from_the_counter(page, sign_in_as, picture):
    sign_in_as("zhuli")
    page.locator(".fq-user summary").click()
    page.get_by_role("button", name="退出登录").click()
    user = User.objects.get(username="zhuli")
    user.set_unusable_password()
    user.save()
    code = codes.give_code(user, by=None)
    page.get_by_role("link", name="第一次登录").click()
    page.get_by_label("用户名").fill("zhuli")
    page.get_by_label("一次性验证码").fill(code)
    page.get_by_label("新密码", exact=True).fill("short")
    page.get_by_label("再输一次新密码").fill("short")
    page.get_by_role("button", name="设好密码").click()
    expect(page.get_by_role("alert")).to_contain_text("密码太短")
    picture("one-time-code")
    page.get_by_label("新密码", exact=True).fill(NEW)
    page.get_by_label("再输一次新密码").fill(NEW)
    page.get_by_role("button", name="设好密码").click()
    expect(page.get_by_role("status")).to_contain_text("新密码已设好")
    sign_in(page, "zhuli", NEW)
    expect(page.locator("h1")).to_contain_text("今日")


def test_one_sees_where_one_is_signed_in_and_signs_out_there(
    page, sign_in_as, browser, live_server, picture
):
    sign_in_as("zhuli")
    elsewhere = browser.new_context(base_url=live_server.url, user_agent="Windows Firefox/128")
    other = elsewhere.new_page()
    sign_in(other, "zhuli", "fengqiao2026")
    expect(other.locator(".alert")).to_contain_text("第一次在这台设备上登录")
    page.locator(".fq-user summary").click()
    picture("user-menu")
    page.get_by_role("link", name="账号安全").click()
    expect(page.get_by_role("row", name="Firefox · Windows")).to_be_visible()
    picture("security")
    page.get_by_role("row", name="Firefox · Windows").get_by_role("button").click()
    expect(page.locator(".alert")).to_contain_text("已结束 1 处登录")
    other.reload()
    expect(other).to_have_title("登录 · 枫桥")
    elsewhere.close()


def test_a_new_password_is_set_on_the_page(page, sign_in_as, picture):
    sign_in_as("zhuli")
    page.goto("/accounts/security/")
    page.get_by_role("link", name="修改密码").click()
    picture("password")
    page.get_by_label("现在的密码").fill("fengqiao2026")
    page.get_by_label("新密码", exact=True).fill(NEW)
    page.get_by_label("再输一次新密码").fill(NEW)
    page.get_by_role("button", name="保存").click()
    expect(page.locator(".alert")).to_contain_text("密码已修改")
