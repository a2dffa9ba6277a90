"""From the judged city down to the rows behind a fact, one click each (1.2, 3.1-3.3)."""

from datetime import date
from unicodedata import normalize

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from fengqiao.config.home import ROOT
from fengqiao.oversight.standards.judging import keep_judged
from fengqiao.oversight.standards.keeping import detail_of, district_results
from fengqiao.rulebook.roster import read

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def judged(db):
    roster = read(ROOT / "tests/data/roster/taizhou-sample.xlsx")
    return keep_judged("taizhou-2021", roster.tables_on(date(2021, 12, 31)), by=None)


def test_a_bureau_goes_from_the_city_to_the_rows_behind_a_fact(judged, sign_in_as, picture):
    page = sign_in_as("shiju")
    page.get_by_role("link", name="达标", exact=True).click()
    expect(page.locator("[data-chart] svg")).to_be_visible()
    picture("city")

    page.get_by_role("link", name="海陵区", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("海陵区")
    picture("district")

    page.get_by_role("link", name="城东街道司法所").first.click()
    expect(page.locator("[id='staff.establishment']")).to_contain_text("未达标")
    picture("office")

    page.locator("[id='staff.establishment']").get_by_role("link", name="政法专项编制人员").click()
    expect(page.get_by_role("heading", name="明细 2 行")).to_be_visible()
    picture("fact")


def test_a_printed_city_is_whole_and_leaves_the_frame_away(judged, sign_in_as, tmp_path):
    page = sign_in_as("shiju")
    page.goto(f"/standards/judgements/{judged.pk}/")
    expect(page.locator("[data-chart] svg")).to_be_visible()
    page.pdf(path=tmp_path / "city.pdf", prefer_css_page_size=True)
    pages = PdfReader(tmp_path / "city.pdf").pages
    drawn = "".join(one.extract_text() for one in pages)
    text = "".join(normalize("NFKC", drawn).split())  # fonts name some signs by their look-alikes

    assert [round(float(side) / 72 * 25.4) for side in pages[0].mediabox[2:]] == [210, 297]
    assert text.count("%,目标") == sum(row.offices > 0 for row in district_results(judged))
    assert [word for word in ("历次评定", "形成报告", "任务", "Excel") if word in text] == []


def test_a_bureau_asks_who_lacks_the_floor_area(judged, sign_in_as, picture):
    page = sign_in_as("quju")
    page.goto(f"/standards/judgements/{judged.pk}/offices/")
    page.get_by_label("条目", exact=True).select_option("premises.area")
    page.wait_for_url("**item=premises.area**")
    lacking = [
        row.name
        for row in judged.offices.all()
        if ("premises.area", "unmet") in {(i.id, i.verdict) for i in detail_of(row).items}
    ]
    expect(page.locator("#list tbody tr")).to_have_count(len(lacking))
    picture("who-lacks-the-area")
