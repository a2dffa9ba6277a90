from datetime import date

import pytest

from fengqiao.registers.organisations.models import Staff, StaffRecord
from fengqiao.registers.organisations.tests.made import make_office, make_person

DAY = "2024-05-01"
ON = date(2024, 5, 1)


def text_of(page):
    return page.content.decode()


def addresses():
    office = make_office(1)
    person = make_person(office, "周远", "中共党员")
    return {
        "join": f"/organisations/offices/{office.pk}/staff/new/",
        "change": f"/organisations/staff/{person.pk}/",
        "leave": f"/organisations/staff/{person.pk}/leave/",
    }


@pytest.mark.parametrize("name", ["join", "change", "leave"])
def test_without_sign_in_each_page_leads_to_the_sign_in_page(client, db, name):
    assert client.get(addresses()[name])["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize(
    "path", ["offices/999999/staff/new/", "staff/999999/", "staff/999999/leave/"]
)
def test_who_is_not_there_is_404(city_client, path):
    assert city_client.get(f"/organisations/{path}").status_code == 404


@pytest.mark.parametrize("name", ["join", "change", "leave"])
def test_each_page_takes_as_many_queries_beside_thirty_persons(city_client, queries, name):
    urls = addresses()
    one = len(queries(lambda: city_client.get(urls[name])))
    for number in range(2, 31):
        make_person(make_office(number), f"人员{number}")
    assert len(queries(lambda: city_client.get(urls[name]))) == one


def test_a_person_joins_on_the_day(city_client):
    typed = {"name": "李龘", "category": "专职调解员", "trained": "yes", "on": DAY}
    assert city_client.post(addresses()["join"], typed).status_code == 302
    record = StaffRecord.objects.employed_on(ON).get(staff__name="李龘")
    assert (record.trained, record.qualified, record.staff.joined_on) == (True, None, ON)


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", ""), ("category", "村长"), ("trained", "也许"), ("on", "2024-13-01")],
)
def test_a_wrong_person_is_said_at_the_field(city_client, field, value):
    typed = {"name": "李明", "category": "专职社工", "on": DAY} | {field: value}
    page = city_client.post(addresses()["join"], typed)
    assert page.status_code == 400
    assert field in page.context["form"].errors
    assert not Staff.objects.filter(name="李明").exists()


def test_the_same_person_twice_is_refused(city_client):
    url, typed = addresses()["join"], {"name": "李明", "category": "专职社工", "on": DAY}
    city_client.post(url, typed)
    page = city_client.post(url, typed)
    assert page.status_code == 400
    assert "已在这一天入职" in text_of(page)


def test_another_post_holds_from_the_day_on(city_client):
    typed = {"category": "专职社工", "post": "社区矫正", "on": DAY}
    assert city_client.post(addresses()["change"], typed).status_code == 302
    before, after = (
        StaffRecord.objects.on(day).get(staff__name="周远") for day in (date(2024, 4, 30), ON)
    )
    assert (before.post, after.post) == ("", "社区矫正")


def test_membership_is_never_shown_and_stays_where_it_is_not_typed(city_client):
    url = addresses()["change"]
    assert city_client.get(url).context["form"]["party"].value() is None
    city_client.post(url, {"category": "专职社工", "post": "综合", "on": DAY})
    assert StaffRecord.objects.on(ON).get(staff__name="周远").party == "中共党员"


def test_a_person_leaves_on_the_day(city_client):
    assert city_client.post(addresses()["leave"], {"on": DAY}).status_code == 302
    assert StaffRecord.objects.employed_on(date(2024, 4, 30)).filter(staff__name="周远").exists()
    assert not StaffRecord.objects.employed_on(ON).filter(staff__name="周远").exists()


def test_leaving_before_joining_is_refused(city_client):
    page = city_client.post(addresses()["leave"], {"on": "2019-01-01"})
    assert page.status_code == 400
    assert "不能早于入职日期" in text_of(page)
