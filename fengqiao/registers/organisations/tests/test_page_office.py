from datetime import date

import pytest

from fengqiao.kernel.areas.from_day import set_from
from fengqiao.kernel.areas.models import Area
from fengqiao.registers.organisations.enums import Party
from fengqiao.registers.organisations.models import OfficeFact
from fengqiao.registers.organisations.tests.made import make_office, make_person


def address(office):
    return f"/organisations/offices/{office.pk}/"


def text_of(page):
    return page.content.decode()


@pytest.mark.parametrize("given", ["abc", "2024-13-01", "20240101x"])
def test_a_day_that_is_none_is_said_to_be_none(given, city_client):
    here, said = address(make_office()), "地址中的日期“{}”不对"
    assert text_of(city_client.get(here, {"on": given})).count(said.format(given)) == 1
    assert "地址中的日期" not in text_of(city_client.get(here, {"on": "2024-06-01"}))


def test_the_page_shows_identity_values_rooms_and_persons(city_client):
    office = make_office(1, "城东司法所", members=1)
    text = text_of(city_client.get(address(office)))
    for words in ("城东司法所", "海陵区", "51,234", "依法治理室", "党员0", "按人口"):
        assert words in text


def test_without_sign_in_the_page_leads_to_the_sign_in_page(client, db):
    assert client.get(address(make_office()))["Location"].startswith("/accounts/login/")


def test_an_office_that_is_not_there_is_404(city_client, db):
    assert city_client.get("/organisations/offices/999999/").status_code == 404


def test_a_town_is_no_office(city_client):
    town = Area.objects.get_parent(make_office())
    assert city_client.get(address(town)).status_code == 404


def test_a_past_day_shows_what_held_then(city_client):
    office = make_office()
    set_from(OfficeFact, (office.pk, "population"), date(2023, 1, 1), {"value": 60000.0})
    assert "51,234" in text_of(city_client.get(address(office), {"on": "2022-12-31"}))
    assert "60,000" in text_of(city_client.get(address(office), {"on": "2023-01-01"}))


def test_before_its_first_day_the_office_is_not_there(city_client):
    page = city_client.get(address(make_office()), {"on": "2020-12-31"})
    assert "这一天没有这个司法所" in text_of(page)


@pytest.mark.parametrize("day", ["x", "2022-02-30", "99999-01-01"])
def test_a_wrong_day_shows_today(city_client, day):
    assert city_client.get(address(make_office()), {"on": day}).status_code == 200


def test_the_branch_due_counts_full_members_and_names_nobody(city_client):
    office = make_office(members=3)
    make_person(office, "预备者", Party.PROBATIONARY)
    page = city_client.get(address(office))
    assert page.context["branch"].members == 3
    assert "设立独立党支部" in text_of(page)
    assert "4.1.a" in text_of(page)
    assert "中共" not in text_of(page)


def test_the_page_takes_as_many_queries_whatever_is_there(city_client, queries):
    office = make_office(1)
    one = len(queries(lambda: city_client.get(address(office))))
    for number in range(2, 31):
        make_office(number)
        make_person(office, f"人员{number}")
    assert len(queries(lambda: city_client.get(address(office)))) == one


def test_its_sections_fold_on_a_phone_but_for_identity_and_staff(city_client):
    office = make_office(members=1)
    text = text_of(city_client.get(address(office)))
    assert text.count("data-fold") == 8
    assert "organisations/fold.js" in text
    assert text.index("基本情况") < text.index("在职 1 人") < text.index("基本数据")


def test_who_may_change_is_led_from_the_staff_to_where_an_end_is_taken_back(city_client):
    text = text_of(city_client.get(address(make_office())))
    assert 'href="#history"' in text
    assert 'id="history"' in text
