from playwright.sync_api import expect


def test_a_clerk_signs_in_reads_in_large_type_and_signs_out(page, sign_in_as, picture):
    page.goto("/accounts/login/?next=/")
    picture("sign-in")
    sign_in_as("zhuli")
    expect(page.locator("h1")).to_contain_text("今日")
    expect(page.locator("[aria-current=page]")).to_contain_text("今日")
    picture("today")
    page.get_by_role("button", name="大字").click()
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-type", "large")
    picture("today-large")
    page.locator(".fq-user summary").click()
    page.get_by_role("button", name="退出登录").click()
    expect(page.get_by_role("button", name="登录", exact=True)).to_be_visible()
    page.goto("/")
    expect(page).to_have_title("登录 · 枫桥")


def test_the_frame_is_used_by_keyboard_alone(sign_in_as):
    page = sign_in_as("zhuli")
    page.keyboard.press("Tab")
    expect(page.get_by_text("跳到正文")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.locator(".fq-user summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.locator(".fq-user summary")).to_be_focused()
    expect(page.get_by_role("button", name="退出登录")).to_be_hidden()


def test_a_wrong_password_is_said_at_the_form(page, sign_in_as):
    page.goto("/accounts/login/")
    page.get_by_label("用户名").fill("zhuli")
    page.get_by_label("密码").fill("nonsense")
    page.get_by_role("button", name="登录", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("没有提交成功")
    expect(page.get_by_label("用户名")).to_have_value("zhuli")
