"""An office that moved to another district is shown, on a past day, where it lay then."""

from datetime import date

import pytest

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import AreaName
from fengqiao.registers.organisations.tests.rosters import OFFICE, roster_of, take_in

URL = "/organisations/"
BEFORE, MOVED = date(2022, 6, 1), date(2024, 1, 1)
STAYS = OFFICE | {"code": "2", "name": "野徐司法所", "district": "高港区", "division": "321203009"}
NEW = OFFICE | {"district": "高港区", "division": "321203002"}


@pytest.fixture
def moved(db):
    take_in(roster_of(offices=[OFFICE, STAYS]), BEFORE)
    take_in(roster_of(offices=[NEW, STAYS]), MOVED)


@pytest.fixture
def bureau_client(moved, sign_in):
    """Of the district to which the office moved."""
    user = User.objects.create_user("gaogang", name="沈明远")
    district = AreaName.objects.of_kinds([AreaKind.DISTRICT]).get(name="高港区").area
    user.grants.create(role=Role.DISTRICT_BUREAU, area=district, begins_on=BEFORE)
    return sign_in(user)


def places(page):
    return {row.code: (row.district, row.town_name) for row in page.context["page"].rows}


def test_its_new_bureau_opens_the_list_of_a_day_before(bureau_client):
    page = bureau_client.get(URL, {"on": "2023-01-01"})
    assert page.status_code == 200
    assert places(page)[OFFICE["code"]] == ("海陵区", "321202001")
    assert [row.name for row in page.context["districts"]] == ["海陵区", "高港区"]
    assert bureau_client.get(f"{URL}export/", {"on": "2023-01-01"}).status_code == 200


def test_a_town_that_one_does_not_see_is_named_and_no_link(bureau_client):
    page = bureau_client.get(URL, {"on": "2023-01-01"})
    by_code = {row.code: row for row in page.context["page"].rows}
    links = {
        code: f"/places/{row.town_id}/" in page.content.decode() for code, row in by_code.items()
    }
    assert links == {OFFICE["code"]: False, "2": True}


@pytest.mark.parametrize("sort", ["district", "-district", "town", "-town", "name", "code"])
def test_any_day_opens_in_any_order(bureau_client, city_client, sort):
    for client in (bureau_client, city_client):
        for day in ("1999-01-01", "2022-06-01", "2023-12-31", "2024-01-01", "2099-01-01"):
            assert client.get(URL, {"on": day, "sort": sort}).status_code == 200


def test_the_office_itself_opens_on_a_day_before(bureau_client):
    office = AreaName.objects.on(MOVED).get(code=OFFICE["code"], area__kind="office").area
    page = bureau_client.get(f"{URL}offices/{office.pk}/", {"on": "2023-01-01"})
    assert "海陵区 321202001" in page.content.decode()


def test_a_district_whose_name_begins_later_bears_it_on_the_days_before(city_client, moved):
    AreaName.objects.filter(name="海陵区").update(begins_on=MOVED)
    page = city_client.get(URL, {"on": "2023-01-01"})
    assert places(page)[OFFICE["code"]][0] == "海陵区"
