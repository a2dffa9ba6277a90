"""A dispute goes to another office in a browser: sent here, taken there."""

import pytest
from playwright.sync_api import expect

from fengqiao.duties.disputes.tests.made import make_office
from fengqiao.kernel.accounts.models import User
from tests.journeys.test_dispute import done, office, register

__all__ = ["office"]


@pytest.fixture
def there(office):
    """The office of another town, with a director."""
    area = make_office("321281104", "安丰镇司法所")
    user = User.objects.get(username="xinghua")
    user.grants.all().delete()
    user.grants.create(role="director", area=area, begins_on="2021-01-01")
    return area


def test_from_one_office_to_the_other(office, there, sign_in_as, browser, live_server, picture):
    page = sign_in_as("zhuli")
    register(page)
    case = page.url
    page.get_by_role("link", name="移送其他司法所").click()
    page.get_by_label("移送给").select_option(label="安丰镇司法所")
    page.get_by_label("移送的理由").fill("纠纷发生在安丰镇。")
    picture("transfer-send")
    page.get_by_role("button", name="移送其他司法所").click()
    done(page)
    expect(page.locator("main")).to_contain_text("安丰镇司法所")
    picture("transfer-waits")

    context = browser.new_context(base_url=live_server.url, locale="zh-CN")
    other = context.new_page()
    other.goto("/accounts/login/")
    other.locator("[data-login=xinghua]").click()
    other.locator("#sign-in button[type=submit]").click()
    other.wait_for_url(f"{live_server.url}/")
    assert other.goto(case).status == 404
    other.goto("/disputes/transfers/")
    expect(other.locator("main")).to_contain_text("海陵人调字第00001号")
    expect(other.locator("main")).not_to_contain_text("周")
    other.get_by_role("link", name="接收").click()
    other.get_by_label("承办人").select_option(label="吴正平")
    other.get_by_role("button", name="接收").click()
    done(other)
    other.goto(case)
    expect(other.locator("h1")).to_contain_text("兴化人调字第00001号")
    expect(other.locator("main")).to_contain_text("承办人 吴正平")
    context.close()

    page.goto("/disputes/transfers/")
    expect(page.locator("main")).to_contain_text("兴化人调字第00001号")
    picture("transfers")
