"""Whoever reads a judgement, every figure of a page is over the offices that he may see, by name."""

from datetime import date

import pytest
from django.urls import reverse

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.divisions import Township
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area
from fengqiao.lib.typography import typeset
from fengqiao.oversight.standards.judging import judge_and_keep
from fengqiao.oversight.standards.keeping import district_results
from fengqiao.oversight.standards.models import Judgement
from fengqiao.registers.organisations.tests.made import SINCE, make_office

ELSEWHERE = Township("321281104", AreaKind.TOWN, "兴化市")


@pytest.fixture
def office(db) -> Area:
    """One of three offices of 海陵区; 兴化市 has one more."""
    (mine, *_others) = [make_office(1), make_office(2, size="小型"), make_office(3)]
    make_office(4, township=ELSEWHERE)
    return mine


@pytest.fixture
def kept(office) -> Judgement:
    return judge_and_keep(standard="taizhou-2021", on=date(2021, 12, 31), by=None)


@pytest.fixture
def reader(office, sign_in):
    def signed_in(role, levels):
        user = User.objects.create_user(f"{role}-{levels}", name="读者")
        place = Area.objects.get(path=office.path[: Area.steplen * levels])
        user.grants.create(role=role, area=place, begins_on=SINCE)
        return sign_in(user)

    return signed_in


OFFICE, DISTRICT, CITY = (Role.DIRECTOR, 4), (Role.DISTRICT_BUREAU, 2), (Role.CITY_BUREAU, 1)


def city_page(client, kept):
    return client.get(reverse("standards:city", args=[kept.pk]))


@pytest.mark.parametrize(
    ("who", "says", "never"),
    [
        (OFFICE, "海陵区全部司法所的年度目标 3 项中完成", "全市"),
        (DISTRICT, "海陵区 3 所司法所", "全市"),
        (CITY, "全市 4 所司法所", "本所"),
    ],
)
def test_today_and_the_page_speak_of_the_same_offices_by_name(reader, kept, who, says, never):
    client = reader(*who)
    for page in (city_page(client, kept), client.get("/")):
        text = page.content.decode()
        assert typeset(says) in text
        assert never not in text


def test_a_later_judgement_of_one_district_is_not_taken_for_the_citys(reader, kept, office):
    own = Judgement.objects.get(pk=kept.pk)
    own.pk, own.file, own.job = None, "own.parquet", None
    own.area = Area.objects.get(path=office.path[: 2 * Area.steplen])
    own.save()
    page = reader(*CITY).get(reverse("standards:overview"))
    assert page.url == reverse("standards:city", args=[kept.pk])
    page = reader(*DISTRICT).get(reverse("standards:overview"))
    assert page.url == reverse("standards:city", args=[own.pk])


def test_an_office_reads_of_itself_and_of_the_target_of_its_district(reader, kept, office):
    page = city_page(reader(*OFFICE), kept)
    text = page.content.decode()
    own = [row for row in district_results(kept) if row.district == "海陵区"]
    assert typeset(f"海陵区还差 {sum(row.short_by for row in own)} 所") in text
    assert [one.code for one in page.context["seen"].offices.all()] == ["321202001"]
    assert [(card.size, card.totals.offices) for card in page.context["cards"]] == [("中型", 1)]
    assert "无此类司法所" not in cards(text)
    assert [row.offices for row in page.context["rates"][0][1]] == [0, 2, 1]


def cards(text):
    return text.split("fq-rates")[0]


@pytest.mark.parametrize("who", [DISTRICT, CITY])
def test_the_cards_add_up_to_the_summary_and_to_the_districts_beside_them(reader, kept, who):
    page = city_page(reader(*who), kept)
    found, rows = page.context["cards"], [row for _, rows in page.context["rates"] for row in rows]
    assert sum(card.totals.offices for card in found) == page.context["totals"].offices
    assert sum(card.totals.offices for card in found) == sum(row.offices for row in rows)
    assert sum(card.goals.short_by for card in found) == page.context["seen"].goals.short_by


def test_a_card_of_the_city_says_which_districts_are_short(reader, kept):
    text = city_page(reader(*CITY), kept).content.decode()
    assert "按各市（区）分别计算" in text
    for row in district_results(kept):
        if row.short_by:
            assert f"{row.district} {row.short_by} 所" in text


def test_the_page_of_a_district_shows_an_office_itself_alone(reader, kept):
    address = reverse("standards:district", args=[kept.pk])
    page = reader(*OFFICE).get(address, {"district": "海陵区"})
    assert "只列您可以查看的司法所" in page.content.decode()
    assert page.context["totals"].offices == 1


def test_numbers_of_a_whole_district_lead_an_office_to_no_list_that_lacks_them(reader, kept):
    text = city_page(reader(*OFFICE), kept).content.decode()
    assert "?district=" not in text.split("fq-rates")[1].replace("/district/?district=", "")
