"""A bureau hands over its Excel roster and has the answer for every office."""

import pytest
from playwright.sync_api import expect

from fengqiao.config.home import ROOT
from fengqiao.kernel.jobs.worker import run_until_idle

pytestmark = pytest.mark.django_db(transaction=True)
SAMPLE = ROOT / "tests/data/roster/taizhou-sample.xlsx"


def test_a_roster_is_uploaded_confirmed_and_judged(sign_in_as, picture):
    page = sign_in_as("shiju")
    page.goto("/imports/new/roster/")
    picture("upload")
    page.get_by_label("文件").set_input_files(SAMPLE)
    page.get_by_label("起算日").fill("2021-12-31")
    page.get_by_role("button", name="上传并预览").click()
    page.wait_for_url("**/imports/*/")
    run_until_idle()
    page.reload()
    expect(page.get_by_role("heading", name="新增 司法所")).to_contain_text("88")
    picture("preview")

    with page.expect_navigation():  # back to the same address, so no address tells it
        page.get_by_role("button", name="确认导入").click()
    run_until_idle()
    page.reload()
    expect(page.locator("main")).to_contain_text("已导入")

    page.goto("/standards/judge/")
    page.get_by_label("评定日").fill("2021-12-31")
    page.get_by_role("button", name="开始评定").click()
    page.wait_for_url("**/jobs/*/")
    run_until_idle()
    page.reload()
    page.get_by_role("link", name="看结果").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("达标情况")
    expect(page.locator("main")).to_contain_text("88 所司法所")


def test_a_file_that_is_no_workbook_is_refused_with_one_sentence(sign_in_as, picture, tmp_path):
    page = sign_in_as("quju")
    fake = tmp_path / "名册.xlsx"
    fake.write_bytes(b"not a workbook")
    page.goto("/imports/new/roster/")
    page.get_by_label("文件").set_input_files(fake)
    page.get_by_role("button", name="上传并预览").click()
    page.wait_for_url("**/imports/*/")
    run_until_idle()
    page.reload()
    expect(page.locator(".alert-danger")).to_be_visible()
    expect(page.get_by_role("button", name="确认导入")).to_have_count(0)
    picture("refused")
