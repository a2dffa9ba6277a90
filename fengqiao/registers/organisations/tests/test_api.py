"""Places and offices through the API: what the pages show, on the same days, to the same people."""

from datetime import date

import pytest

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.api.tests.conftest import caller, token_of  # noqa: F401 - fixtures
from fengqiao.registers.organisations.models import Equipment, ListedFrom
from fengqiao.registers.organisations.tests.made import SINCE, make_office, make_person

pytestmark = pytest.mark.django_db
CODE = "321202001"


@pytest.fixture
def call(cast, caller):  # noqa: F811
    return caller(cast.city, "organisations.see")


def test_an_office_is_told_with_its_counts_and_without_persons(call):
    office = make_office(1, "城东司法所", members=2)
    Equipment.objects.create(office=office, kind="交通工具", quantity=2, begins_on=SINCE)
    said = call(f"/offices/{CODE}")
    assert said.status_code == 200
    row = said.json()
    assert (row["name"], row["district"], row["size"]) == ("城东司法所", "海陵区", "中型")
    assert row["staff"] == 2
    assert row["categories"] == [{"name": "专职社工", "count": 2}]
    assert row["rooms"] == ["依法治理室"]
    assert row["equipment"] == [{"name": "交通工具", "count": 2}]
    values = {one["fact"]: one["value"] for one in row["values"]}
    assert values == {"population": 51234, "independent": True}
    assert "党员" not in said.content.decode()


def test_what_no_complete_list_says_is_not_known(call):
    office = make_office(1)
    assert call(f"/offices/{CODE}").json()["equipment"] is None
    ListedFrom.objects.create(office=office, listing="equipment", begins_on=SINCE)
    assert call(f"/offices/{CODE}").json()["equipment"] == []


def test_any_day_can_be_asked_for(call):
    make_office(1)
    make_person(make_office(2), "后来", since=date(2025, 1, 1))
    assert call(f"/offices/{CODE}", {"on": "2020-12-31"}).status_code == 404
    staff = [
        call("/offices/321202002", {"on": day}).json()["staff"]
        for day in ("2024-12-31", "2025-01-01")
    ]
    assert staff == [0, 1]


def test_the_list_is_narrowed_as_the_page_is(call):
    make_office(1, "城东司法所")
    make_office(2, "城西司法所", size="")
    names = {
        next(iter(query.items())): [row["name"] for row in call("/offices", query).json()["items"]]
        for query in ({"name": "城东"}, {"size": "none"}, {"kind": "乡镇"}, {"district": "海陵区"})
    }
    assert list(names.values()) == [
        ["城东司法所"],
        ["城西司法所"],
        [],
        ["城东司法所", "城西司法所"],
    ]


def test_places_are_told_from_the_top_down(call):
    make_office(1, "城东司法所")
    rows = call("/areas").json()["items"]
    assert [row["kind"] for row in rows] == ["city", "district", "street", "office"]
    assert [row["above"] for row in rows[1:]] == [row["id"] for row in rows[:-1]]
    assert [row["name"] for row in call("/areas", {"kind": "office"}).json()["items"]] == [
        "城东司法所"
    ]


def test_an_outsider_finds_nothing_and_a_stranger_to_the_right_is_refused(cast, caller):  # noqa: F811
    here, there = make_office(1), make_office(2)
    cast.clerk.grants.all().delete()
    cast.clerk.grants.create(role=Role.ASSISTANT, area=there, begins_on=SINCE)
    call = caller(cast.clerk, "organisations.see")
    assert call(f"/offices/{CODE}").status_code == 404
    assert here.pk not in {row["id"] for row in call("/areas").json()["items"]}
    assert caller(cast.clerk, "areas.see")("/offices").status_code == 403


@pytest.mark.parametrize("path", ["/offices", "/areas", f"/offices/{CODE}"])
def test_the_queries_are_as_many_however_large_the_city(call, queries, path):
    make_office(1, members=1)
    few = len(queries(lambda: call(path)))
    for number in range(2, 8):
        make_office(number, members=3)
    assert len(queries(lambda: call(path))) == few <= 12
