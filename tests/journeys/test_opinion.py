"""A dispute has ended; the office prints slips, and a party answers on its phone."""

from playwright.sync_api import expect

from fengqiao.duties.disputes.models import Opinion
from tests.journeys.test_dispute import done, office, register

__all__ = ["office"]


def test_from_the_printed_slip_to_the_answer(
    office, sign_in_as, browser, live_server, picture, tmp_path
):
    page = sign_in_as("zhuli")
    register(page)
    page.get_by_role("link", name="撤回", exact=True).click()
    page.get_by_label("撤回的理由").fill("两家自行和好")
    page.get_by_role("button", name="撤回").click()
    done(page)
    page.get_by_role("link", name="发评价码").click()
    page.get_by_role("button", name="发评价码").click()
    expect(page.locator(".fq-slip")).to_have_count(2)
    picture("opinion-slips")
    code = page.locator(".fq-code").first.inner_text()

    phone = browser.new_context(
        base_url=live_server.url, viewport={"width": 390, "height": 844}, locale="zh-CN"
    )
    party = phone.new_page()
    asked = []
    party.on("request", lambda request: asked.append(request.url))
    party.goto(f"/disputes/opinion/#{code}")
    expect(party.get_by_label("评价码")).to_have_value(code)
    for question, answer in (("总的来说", "很满意"), ("双方的话", "是"), ("有没有因为", "没有")):
        group = party.get_by_role("group", name=question)
        group.get_by_label(answer, exact=True).check()
    party.screenshot(path=tmp_path / "opinion-phone.png", full_page=True)
    party.get_by_role("button", name="交上评价").click()
    expect(party.get_by_role("status")).to_contain_text("已经收到")
    assert not any(code in url for url in asked)
    assert Opinion.objects.count() == 1
    phone.close()
