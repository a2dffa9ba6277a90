"""A dispute in a browser: from the telephone call to its end, and two people at one case."""

import pytest
from playwright.sync_api import expect

from fengqiao.duties.disputes.tests.made import make_office
from fengqiao.kernel.accounts.demo import make_demo_accounts
from fengqiao.kernel.accounts.models import User


@pytest.fixture
def office(live_server):
    """An office with the clerk, the director and the mediator of the demo."""
    area = make_office("321202007", "京泰路街道司法所")
    make_demo_accounts()
    for username, role in (
        ("zhuli", "assistant"),
        ("suozhang", "director"),
        ("tiaojie", "mediator"),
    ):
        user = User.objects.get(username=username)
        user.grants.all().delete()
        user.grants.create(role=role, area=area, begins_on="2021-01-01")
    return area


def register(page, matter="邻里"):
    page.get_by_role("link", name="登记纠纷").click()
    page.get_by_label("纠纷类型").select_option(label=matter)
    page.get_by_label("申请方", exact=False).first.fill("周海涛")
    page.get_by_label("申请方电话").fill("138 1234 5678")
    page.get_by_label("对方", exact=True).fill("钱春梅")
    page.get_by_label("简要情况").fill("院墙漏水,泡坏了木料。")
    page.get_by_role("button", name="登记", exact=True).click()
    page.wait_for_url("**/disputes/*/")


def done(page):
    expect(page.get_by_text("已办理。")).to_be_visible()


def test_from_the_call_to_the_withdrawal(office, sign_in_as, picture):
    page = sign_in_as("zhuli")
    picture("dispute-today")
    register(page)
    expect(page.locator("h1")).to_contain_text("海陵人调字第00001号")
    expect(page.locator("main")).not_to_contain_text("周海涛")
    picture("dispute-registered")

    page.get_by_role("link", name="受理", exact=True).click()
    page.get_by_label("各方当事人都同意调解").check()
    page.get_by_label("已核实").check()
    picture("dispute-accept")
    page.get_by_role("button", name="受理").click()
    done(page)
    expect(page.locator("[aria-current=step]")).to_have_text("已受理")

    page.get_by_role("link", name="登记书面告知").click()
    page.get_by_role("button", name="登记书面告知").click()
    done(page)

    page.get_by_role("link", name="移交承办人").click()
    page.get_by_label("移交给").select_option(label="孙桂芳")
    page.get_by_label("移交的理由").fill("外出培训")
    page.get_by_role("button", name="移交承办人").click()
    done(page)
    expect(page.locator("main")).to_contain_text("承办人 孙桂芳")

    page.get_by_role("button", name="打开完整信息").click()
    expect(page.locator("main")).to_contain_text("13812345678")
    page.get_by_role("link", name="撤回", exact=True).click()
    page.get_by_label("撤回的理由").fill("两家自行和好")
    page.get_by_role("button", name="撤回").click()
    done(page)
    expect(page.locator("[aria-current=step]")).to_have_text("撤回")
    picture("dispute-withdrawn")

    page.get_by_role("link", name="撤销“撤回”").click()
    page.get_by_label("撤销的理由").fill("点错了案件")
    page.get_by_role("button", name="撤销").click()
    done(page)
    expect(page.locator("main")).to_contain_text("已由许晓燕撤销")
    picture("dispute-taken-back")


def test_of_two_browsers_at_one_case_the_second_is_told(
    office, sign_in_as, browser, live_server, tmp_path
):
    page = sign_in_as("zhuli")
    register(page)
    case = page.url
    context = browser.new_context(base_url=live_server.url, locale="zh-CN")
    other = context.new_page()
    other.goto("/accounts/login/")
    other.locator("[data-login=suozhang]").click()
    other.locator("#sign-in button[type=submit]").click()
    other.wait_for_url(f"{live_server.url}/")
    other.goto(f"{case}do/withdraw/")
    other.get_by_label("撤回的理由").fill("两家自行和好")

    page.get_by_role("link", name="受理", exact=True).click()
    page.get_by_label("各方当事人都同意调解").check()
    page.get_by_label("已核实").check()
    page.get_by_role("button", name="受理").click()
    done(page)

    other.get_by_role("button", name="撤回").click()
    expect(other.get_by_role("alert")).to_contain_text("许晓燕")
    expect(other.get_by_role("alert")).to_contain_text("受理")
    expect(other.get_by_label("撤回的理由")).to_have_value("两家自行和好")
    other.screenshot(path=tmp_path / "dispute-second.png")
    context.close()


def test_from_the_acceptance_to_an_agreement(office, sign_in_as, picture):
    page = sign_in_as("zhuli")
    register(page)
    page.get_by_role("link", name="受理", exact=True).click()
    page.get_by_label("各方当事人都同意调解").check()
    page.get_by_label("已核实").check()
    page.get_by_role("button", name="受理").click()
    done(page)
    page.get_by_role("link", name="开始调解").click()
    page.get_by_label("已告知各方当事人").check()
    page.get_by_role("button", name="开始调解").click()
    done(page)
    page.goto(f"{page.url}do/session/")
    page.get_by_label("调解记录").fill("双方到场看了墙,各让一步。")
    picture("dispute-session")
    page.get_by_role("button", name="记录调解").click()
    done(page)
    page.get_by_role("link", name="起草协议").click()
    page.get_by_label("纠纷的主要事实").fill("院墙漏水,泡坏木料。")
    row = page.get_by_role("group", name="第1项")
    row.get_by_label("谁履行", exact=True).select_option(index=2)
    row.get_by_label("向谁履行").select_option(index=1)
    row.get_by_label("做什么").fill("木料款")
    row.get_by_label("金额").fill("800")
    row.get_by_label("当场履行").check()
    page.get_by_role("button", name="再加一项").click()
    expect(row.get_by_label("做什么")).to_have_value("木料款")
    more = page.get_by_role("group", name="第2项")
    more.get_by_label("类别").select_option(label="修缮、恢复、排除妨碍等")
    more.get_by_label("谁履行", exact=True).select_option(index=2)
    more.get_by_label("做什么").fill("修好院墙")
    page.get_by_role("button", name="保存并体检").click()
    expect(page.locator("#checkup")).to_contain_text("没有写什么时候履行")
    picture("dispute-checkup")
    page.get_by_role("link", name="返回案件").click()
    expect(page.get_by_role("button", name="调解成功")).to_be_disabled()
    picture("dispute-must-mend")
    page.locator("#agreement").get_by_role("link", name="起草协议").click()
    more.locator("summary").click()
    more.get_by_label("履行条件").fill("一个月内")
    page.get_by_role("button", name="保存并体检").click()
    expect(page.locator("#checkup")).to_contain_text("没有发现问题")
    page.get_by_role("link", name="返回案件").click()
    page.get_by_role("link", name="调解成功").click()
    page.get_by_label("协议形式").select_option(label="口头")
    picture("dispute-agree")
    page.get_by_role("button", name="调解成功").click()
    done(page)
    expect(page.locator("[aria-current=step]")).to_have_text("调解成功")
    expect(page.locator("main")).to_contain_text("捌佰元整")
    picture("dispute-agreed")


def test_from_a_threat_to_the_report_to_the_police_and_the_end(office, sign_in_as, picture):
    page = sign_in_as("zhuli")
    register(page)
    page.get_by_role("link", name="发现应当报告的情形").click()
    page.get_by_label("情形", exact=True).select_option(label="有可能引起治安案件、刑事案件")
    page.get_by_label("发现的情况").fill("一方扬言要带人打架。")
    picture("dispute-danger")
    page.get_by_role("button", name="发现应当报告的情形").click()
    done(page)
    expect(page.get_by_role("button", name="撤回", exact=True)).to_be_disabled()
    expect(page.locator("#why-withdraw")).to_contain_text("《人民调解法》第二十五条")
    picture("dispute-report-due")
    page.get_by_role("link", name="登记报告").click()
    page.get_by_label("接报单位和接报人").fill("城东派出所 值班民警")
    page.get_by_label("报告时间").fill("14:30")
    picture("dispute-report")
    page.get_by_role("button", name="登记报告").click()
    done(page)
    expect(page.locator("#why-withdraw")).to_contain_text("还没有答复")
    page.get_by_role("link", name="登记答复").click()
    page.get_by_label("答复内容").fill("已到场告诫双方。")
    page.get_by_role("button", name="登记答复").click()
    done(page)
    picture("dispute-report-answered")
    page.get_by_role("link", name="撤回", exact=True).click()
    page.get_by_label("撤回的理由").fill("两家自行和好")
    page.get_by_role("button", name="撤回").click()
    done(page)
    expect(page.locator("[aria-current=step]")).to_have_text("撤回")
