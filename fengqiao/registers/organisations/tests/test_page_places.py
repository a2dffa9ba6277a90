from datetime import date

import pytest

from fengqiao.kernel.areas.divisions import Township
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area, AreaName
from fengqiao.registers.organisations.tests.made import make_office

DAY = "2024-05-01"
ON = date(2024, 5, 1)
VILLAGE = {"name": "东进村", "code": "321202001201", "on": DAY}


def text_of(page):
    return page.content.decode()


def town_of(office):
    return Area.objects.get_parent(office)


def address(place, name=""):
    return f"/organisations/places/{place.pk}/{name}"


def test_the_tree_shows_districts_and_towns(city_client):
    make_office()
    page = city_client.get("/organisations/places/")
    assert "海陵区" in text_of(page)
    assert "321202001" in text_of(page)


def test_the_tree_stands_in_the_order_of_division_codes(city_client):
    for code, district in [("321281001", "兴化市"), ("321202001", "海陵区")]:
        make_office(1, township=Township(code, AreaKind.STREET, district))
    codes = [row.code for row in city_client.get("/organisations/places/").context["page"].rows]
    assert codes[1:] == ["321202", "321202001", "321281", "321281001"]


def test_a_town_shows_its_offices(city_client):
    office = make_office(1, "城东司法所")
    assert "城东司法所" in text_of(city_client.get(address(town_of(office))))


@pytest.mark.parametrize("path", ["", "1/", "1/new/", "1/rename/", "1/end/"])
def test_without_sign_in_each_page_leads_to_the_sign_in_page(client, db, path):
    page = client.get(f"/organisations/places/{path}")
    assert page["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("path", ["", "new/", "rename/", "end/"])
def test_a_place_that_is_not_there_is_404(city_client, path):
    assert city_client.get(f"/organisations/places/999999/{path}").status_code == 404


def test_the_tree_takes_as_many_queries_for_thirty_towns_as_for_one(city_client, queries):
    make_office(1)
    one = len(queries(lambda: city_client.get("/organisations/places/")))
    for number in range(2, 31):
        make_office(number)
    assert len(queries(lambda: city_client.get("/organisations/places/"))) == one


def test_a_village_is_added_renamed_and_ended(city_client):
    town = town_of(make_office())
    assert city_client.post(address(town, "new/"), VILLAGE).status_code == 302
    village = AreaName.objects.get(name="东进村").area
    renamed = VILLAGE | {"name": "东进社区", "on": "2025-01-01"}
    assert city_client.post(address(village, "rename/"), renamed).status_code == 302
    assert city_client.post(address(village, "end/"), {"on": "2026-01-01"}).status_code == 302
    days = [date(2024, 4, 30), ON, date(2025, 1, 1), date(2026, 1, 1)]
    names = [village.name_on(day) and village.name_on(day).name for day in days]
    assert names == [None, "东进村", "东进社区", None]


def test_a_town_is_added_to_a_district_with_its_kind(city_client):
    district = Area.objects.get_parent(town_of(make_office()))
    typed = {"name": "新城街道", "code": "321202090", "kind": "街道", "on": DAY}
    assert city_client.post(address(district, "new/"), typed).status_code == 302
    assert AreaName.objects.get(name="新城街道").area.kind == "street"


@pytest.mark.parametrize(("field", "value"), [("name", ""), ("code", "12a"), ("on", "明天")])
def test_a_wrong_village_is_said_at_the_field(city_client, field, value):
    page = city_client.post(address(town_of(make_office()), "new/"), VILLAGE | {field: value})
    assert page.status_code == 400
    assert field in page.context["form"].errors
    assert not AreaName.objects.filter(code=VILLAGE["code"]).exists()


def test_a_town_with_an_office_is_not_ended(city_client):
    page = city_client.post(address(town_of(make_office()), "end/"), {"on": DAY})
    assert page.status_code == 400
    assert "不能撤销" in text_of(page)
