"""The monthly return on its page: for whom, of what, and what each number opens."""

from html import unescape

import pytest
from django.utils import timezone

from fengqiao.duties.disputes.tests.made import make_user
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.areas.models import Area, AreaName
from fengqiao.kernel.audit.models import Entry
from fengqiao.lib.typography import typeset
from fengqiao.oversight.reports.months import Month
from fengqiao.registers.organisations.models import OfficeRecord

MARCH = "/reports/monthly/?month=2024-03&area="


def above(office, levels):
    return Area.objects.get(path=office.path[: levels * Area.steplen])


@pytest.fixture
def city(offices, sign_in):
    return sign_in(make_user(above(offices[0], 1), Role.CITY_BUREAU))


@pytest.fixture
def district(offices, sign_in):
    return sign_in(make_user(above(offices[0], 2), Role.DISTRICT_BUREAU))


@pytest.fixture
def clerk(offices, sign_in):
    return sign_in(make_user(offices[0]))


def choices(page):
    return [key for key, _label in page.context["form"].fields["area"].choices]


def rows_of(page):
    assert page.status_code == 200
    return {(row.line.what, row.line.part): row for row in page.context["rows"]}


def test_at_first_it_is_the_last_month_of_the_largest_place(city, ledger):
    page = city.get("/reports/monthly/")
    made = page.context["made"]
    assert made.place.key == "321200"
    assert made.month == Month.holding(timezone.localdate()).before


def test_one_chooses_among_the_places_that_one_reaches_whole(city, district, clerk, ledger):
    towns = ["321202007", "321202008"]
    assert choices(city.get("/reports/monthly/")) == [
        "321200",
        "321202",
        *towns,
        "321281",
        "321281104",
    ]
    assert choices(district.get("/reports/monthly/")) == ["321202", *towns]
    assert choices(clerk.get("/reports/monthly/")) == ["321202007"]


def test_a_place_beyond_is_not_shown(clerk, district, ledger):
    for client, area in ((clerk, "321202"), (clerk, "321202008"), (district, "321200")):
        page = client.get(MARCH + area)
        assert "made" not in page.context
        for form in ("xlsx", "docx"):
            assert client.get(f"/reports/monthly/{area}/2024-03/{form}/").status_code == 404


def test_who_has_no_business_with_figures_is_refused(offices, sign_in):
    mediator = sign_in(make_user(offices[0], Role.MEDIATOR))
    assert mediator.get("/reports/monthly/").status_code == 403
    assert mediator.get("/reports/monthly/321202007/2024-03/xlsx/").status_code == 403


@pytest.mark.parametrize(
    ("month", "said"), [("2024-13", "不是月份"), ("x", "不是月份"), ("2999-01", "还没有开始")]
)
def test_what_is_no_month_is_said_and_counts_nothing(clerk, ledger, month, said):
    page = clerk.get(f"/reports/monthly/?month={month}&area=321202007")
    assert said in page.content.decode()
    assert "made" not in page.context


def test_every_number_opens_just_its_rows(city, ledger):
    rows = rows_of(city.get(MARCH + "321202"))
    for (what, part), row in rows.items():
        opened = city.get(row.url) if row.url else None
        if opened is None or row.line.unit == "人":
            continue
        count = 2 if row.line.unit == "万元" else int(row.line.number[0])
        assert (what, part, len(opened.context["rows"])) == (what, part, count)
        assert typeset("指标“") in opened.content.decode()
    compared = rows["环比", "比上月"]
    assert len(city.get(compared.note_url).context["rows"]) == 1


def test_a_bureau_opens_numbers_without_parties(district, clerk, ledger):
    url = rows_of(clerk.get(MARCH + "321202007"))["受理", "合计"].url
    assert "周**" in clerk.get(url).content.decode()
    assert "周**" not in district.get(url).content.decode()
    assert len(district.get(url).context["rows"]) == 4


def test_rows_of_another_area_stay_there(clerk, district, ledger):
    url = rows_of(district.get(MARCH + "321202"))["受理", "合计"].url
    beyond = url.replace("321202", "321281")
    assert list(clerk.get(beyond).context["rows"]) == []


@pytest.mark.parametrize(
    "query",
    [
        "figure=disputes.nothing&first=2024-03-01&last=2024-03-31&area=321202",
        "figure=disputes.accepted&first=2024-03&last=2024-03-31&area=321202",
        "figure=disputes.accepted&first=2024-03-01&last=2024-03-31&area=3",
        "figure=disputes.accepted",
    ],
)
def test_rows_of_no_figure_are_not_there(clerk, ledger, query):
    assert clerk.get(f"/disputes/?{query}").status_code == 404


def test_a_download_bears_its_number_and_stands_in_the_trail(district, ledger):
    for form in ("xlsx", "docx"):
        answer = district.get(f"/reports/monthly/321202/2024-03/{form}/")
        assert answer.status_code == 200
        assert answer.content[:2] == b"PK"
        assert "2024-03" in unescape(answer["Content-Disposition"])
    entries = Entry.objects.filter(act="reports.exported")
    assert entries.count() == 2


@pytest.mark.parametrize("path", ["321202/2999-01/xlsx", "321202/2024-03/pdf", "321202/x/xlsx"])
def test_a_file_that_there_is_not(district, ledger, path):
    assert district.get(f"/reports/monthly/{path}/").status_code == 404


def test_the_queries_do_not_grow_with_the_offices(
    city, clerk, ledger, django_assert_max_num_queries
):
    city.get(MARCH + "321200")
    with django_assert_max_num_queries(45):
        city.get(MARCH + "321200")


def test_of_a_town_with_two_offices_neither_sees_the_whole(offices, sign_in):
    OfficeRecord.objects.filter(office=offices[1]).update(division="321202007")
    page = sign_in(make_user(offices[0], Role.DIRECTOR)).get("/reports/monthly/")
    assert "没有可以查看的地方" in page.content.decode()


def test_the_only_office_of_a_district_is_not_the_district(offices, sign_in):
    AreaName.objects.filter(area=above(offices[2], 2)).update(code="321281")
    page = sign_in(make_user(offices[2], Role.DIRECTOR)).get("/reports/monthly/")
    assert choices(page) == ["321281104"]
