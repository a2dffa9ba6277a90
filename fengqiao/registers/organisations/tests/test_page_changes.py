"""The forms of an office: each works, keeps what was typed, and says in Chinese what is wrong."""

from datetime import date

import pytest

from fengqiao.kernel.areas.models import AreaName
from fengqiao.registers.organisations.models import (
    Equipment,
    OfficeClass,
    OfficeFact,
    OfficeRecord,
    Room,
)
from fengqiao.registers.organisations.tests.made import make_office

DAY = "2024-05-01"
ON = date(2024, 5, 1)
FORMS = ["change", "close", "class", "values", "findings", "rooms", "equipment"]
NEW = {
    "code": "321202099",
    "name": "新通司法所",
    "district": "海陵区",
    "division": "321202099",
    "kind": "街道",
    "on": DAY,
}


def address(office, name):
    return f"/organisations/offices/{office.pk}/{name}/"


def text_of(page):
    return page.content.decode()


def value_on(office, fact, day=ON):
    return OfficeFact.objects.on(day).get(office=office, fact=fact)


@pytest.mark.parametrize("name", FORMS)
def test_each_form_opens_and_writes_nothing(city_client, queries, name):
    office = make_office()
    sent = queries(lambda: city_client.get(address(office, name)))
    assert not [sql for sql in sent if sql.startswith(("INSERT", "UPDATE", "DELETE"))]
    assert city_client.get(address(office, name)).status_code == 200


@pytest.mark.parametrize("name", FORMS)
def test_without_sign_in_each_form_leads_to_the_sign_in_page(client, name, db):
    assert client.post(address(make_office(), name))["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("name", FORMS)
def test_a_form_of_an_office_that_is_not_there_is_404(city_client, name):
    assert city_client.get(f"/organisations/offices/999999/{name}/").status_code == 404


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("day", ["", "x", "2024-02-30", "昨天"])
def test_a_wrong_day_is_said_at_its_field(city_client, name, day):
    page = city_client.post(address(make_office(), name), {"on": day})
    assert page.status_code == 400
    assert page.context["form"].errors["on"]


@pytest.mark.parametrize("name", FORMS)
def test_each_form_takes_as_many_queries_beside_thirty_offices(city_client, queries, name):
    office = make_office(1)
    one = len(queries(lambda: city_client.get(address(office, name))))
    for number in range(2, 31):
        make_office(number)
    assert len(queries(lambda: city_client.get(address(office, name)))) == one


def test_an_office_is_opened_from_its_day(city_client):
    make_office()
    assert city_client.post("/organisations/offices/new/", NEW).status_code == 302
    name = AreaName.objects.get(name="新通司法所")
    assert name.begins_on == ON
    assert OfficeRecord.objects.on(ON).filter(office=name.area).exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [("code", ""), ("name", ""), ("division", "3212"), ("kind", "村"), ("on", "")],
)
def test_a_wrong_new_office_is_said_at_the_field_and_stays_typed(city_client, field, value):
    page = city_client.post("/organisations/offices/new/", NEW | {field: value})
    assert page.status_code == 400
    assert field in page.context["form"].errors
    assert page.context["form"]["district"].value() == "海陵区"
    assert not AreaName.objects.filter(name="新通司法所").exists()


def test_a_code_that_is_taken_is_refused_in_the_form(city_client):
    make_office(1)
    page = city_client.post("/organisations/offices/new/", NEW | {"code": "321202001"})
    assert page.status_code == 400
    assert "已有司法所使用" in text_of(page)


def test_an_office_bears_another_name_from_the_day_on(city_client):
    office = make_office(1, "城东司法所")
    changed = NEW | {"code": "321202001", "name": "东城司法所", "division": "321202001"}
    assert city_client.post(address(office, "change"), changed).status_code == 302
    assert office.name_on(date(2024, 4, 30)).name == "城东司法所"
    assert office.name_on(ON).name == "东城司法所"


def test_who_closes_an_office_reads_first_what_ends_with_it(city_client):
    office = make_office(members=3)
    text = text_of(city_client.get(address(office, "close")))
    assert all(words in text for words in ("在职人员 3 人", "功能区和站点 1 项", "设备 0 项"))


def test_a_closed_office_is_there_until_the_day_before(city_client):
    office = make_office()
    city_client.post(address(office, "close"), {"on": DAY})
    assert OfficeRecord.objects.on(date(2024, 4, 30)).filter(office=office).exists()
    assert not OfficeRecord.objects.on(ON).filter(office=office).exists()


def test_a_value_changes_from_the_day_on_with_its_source(city_client):
    office = make_office()
    typed = {"population": "60000", "source": "2024年统计年鉴", "on": DAY}
    assert city_client.post(address(office, "values"), typed).status_code == 302
    assert value_on(office, "population").value == 60000
    assert value_on(office, "population").source == "2024年统计年鉴"
    assert value_on(office, "population", date(2024, 4, 30)).value == 51234


@pytest.mark.parametrize(("value", "shown"), [(238.0, "238"), (104.34, "104.34")])
def test_a_form_shows_a_value_as_it_was_written(city_client, value, shown):
    office = make_office()
    OfficeFact.objects.create(office=office, fact="floor_area", value=value, begins_on=ON)
    text = text_of(city_client.get(address(office, "values"), {"on": DAY}))
    assert f'name="floor_area" value="{shown}"' in text


def test_an_emptied_value_is_not_known_from_the_day_on(city_client):
    office = make_office()
    city_client.post(address(office, "values"), {"population": "", "on": DAY})
    assert not OfficeFact.objects.on(ON).filter(office=office, fact="population").exists()


def test_a_form_without_a_change_says_so(city_client):
    page = city_client.post(address(make_office(), "values"), {"population": "51234", "on": DAY})
    assert page.status_code == 400
    assert "没有改动" in text_of(page)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("population", "-1"),
        ("population", "半个"),
        ("population", "1.5"),
        ("population", "9" * 40),
        ("floor_area", "100001"),
        ("floor_area", "nan"),
        ("gdp", "inf"),
        ("satisfaction", "104"),
    ],
)
def test_a_wrong_value_is_said_at_its_field(city_client, field, value):
    page = city_client.post(address(make_office(), "values"), {field: value, "on": DAY})
    assert page.status_code == 400
    assert field in page.context["form"].errors


def test_a_finding_bears_the_name_of_the_inspector(city_client):
    office = make_office()
    typed = {"independent": "no", "signage": "yes", "source": "王某", "on": DAY}
    assert city_client.post(address(office, "findings"), typed).status_code == 302
    found = value_on(office, "independent")
    assert (found.cell, found.origin, found.source) == (False, "found", "王某")


def test_what_an_inspector_did_not_look_at_stays_as_it_was(city_client):
    office = make_office()
    assert (
        city_client.get(address(office, "findings")).context["form"]["independent"].value() is None
    )
    typed = {"signage": "yes", "source": "王某", "on": DAY}
    city_client.post(address(office, "findings"), typed)
    assert value_on(office, "independent").origin == "reported"


def test_a_finding_without_an_inspector_is_refused(city_client):
    page = city_client.post(address(make_office(), "findings"), {"signage": "yes", "on": DAY})
    assert "source" in page.context["form"].errors


def test_rooms_are_exactly_those_that_are_ticked(city_client):
    office = make_office()
    city_client.post(address(office, "rooms"), {"rooms": ["法治宣传室"], "on": DAY})
    assert [row.room for row in Room.objects.on(ON).filter(office=office)] == ["法治宣传室"]


def test_an_unknown_room_is_refused(city_client):
    page = city_client.post(address(make_office(), "rooms"), {"rooms": ["会客室"], "on": DAY})
    assert "rooms" in page.context["form"].errors


def test_equipment_is_as_many_as_typed(city_client):
    office = make_office()
    city_client.post(address(office, "equipment"), {"vehicle": "2", "network": "0", "on": DAY})
    rows = Equipment.objects.on(ON).filter(office=office)
    assert [(row.kind, row.quantity) for row in rows] == [("交通工具", 2)]


def complete(office):
    for fact, value in {"land_area": 50, "gdp": 60, "disputes": 200}.items():
        OfficeFact.objects.create(office=office, fact=fact, value=value, begins_on=date(2021, 1, 1))


def test_the_proposal_gives_its_reasons_and_says_that_the_cuts_are_a_setting(city_client):
    office = make_office()
    complete(office)
    page = city_client.get(address(office, "class"))
    assert page.context["proposal"].size
    assert "没有给出权重和分界" in text_of(page)
    assert "55 分起中型；其余小型" in text_of(page)
    assert "权重" in page.context["proposal"].reasons[0]


def test_the_proposed_class_is_confirmed_without_a_reason(city_client):
    office = make_office()
    complete(office)
    proposal = city_client.get(address(office, "class")).context["proposal"]
    typed = {"size": proposal.size, "on": DAY}
    assert city_client.post(address(office, "class"), typed).status_code == 302
    row = OfficeClass.objects.on(ON).get(office=office)
    assert (row.size, row.proposed_size, row.score) == (proposal.size,) * 2 + (proposal.score,)
    assert row.recorded_by.username == "city"
    history = city_client.get(f"/organisations/offices/{office.pk}/").content.decode()
    assert "与建议一致" in history


def test_another_class_than_the_proposed_wants_its_reason(city_client):
    office = make_office()
    complete(office)
    proposal = city_client.get(address(office, "class")).context["proposal"]
    other = next(size for size in ("大型", "中型", "小型") if size != proposal.size)
    page = city_client.post(address(office, "class"), {"size": other, "on": DAY})
    assert "why" in page.context["form"].errors
    typed = {"size": other, "why": "辖区有开发区", "on": DAY}
    assert city_client.post(address(office, "class"), typed).status_code == 302
    assert OfficeClass.objects.on(ON).get(office=office).why == "辖区有开发区"


def test_without_the_values_nothing_is_proposed_and_the_page_says_what_is_missing(city_client):
    page = city_client.get(address(make_office(), "class"))
    assert page.context["proposal"].size == ""
    assert "辖区面积未知" in text_of(page)


def test_before_the_standard_there_is_no_proposal_but_a_sentence(city_client):
    page = city_client.get(address(make_office(), "class"), {"on": "2021-02-01"})
    assert page.status_code == 200
    assert page.context["proposal"].size == ""
