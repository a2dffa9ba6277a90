from collections.abc import Callable
from datetime import date

import pytest

from fengqiao.kernel.areas.divisions import Township, ensure_places, find_areas
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area, AreaName
from fengqiao.kernel.areas.tree import grow

pytestmark = pytest.mark.django_db

DAY = date(2021, 12, 31)


def township(code: str, district: str = "海陵区") -> Township:
    return Township(code, AreaKind.TOWN, district)


def test_grown_nodes_stand_under_their_parents_as_treebeard_wants_them() -> None:
    first, second = grow([(None, AreaKind.CITY), (None, AreaKind.CITY)])
    grow([(first, AreaKind.DISTRICT), (second, AreaKind.DISTRICT), (first, AreaKind.DISTRICT)])
    grow([(first, AreaKind.DISTRICT)])
    assert Area.objects.get_children_count(Area.objects.get(pk=first.pk)) == 3
    assert Area.objects.find_problems() == ([], [], [], [], [])


def test_places_are_made_once_and_bear_their_code_until_named() -> None:
    ensure_places([township("321202001"), township("321203001", "高港区")], DAY)
    places = ensure_places([township("321202001"), township("321202002")], DAY)
    assert Area.objects.of_kind(AreaKind.DISTRICT).count() == 2
    assert AreaName.objects.get(area=places.towns["321202002"]).name == "321202002"
    assert AreaName.objects.get(area__kind=AreaKind.CITY).code == "321200"
    district = AreaName.objects.get(name="海陵区")
    assert (district.code, district.begins_on) == ("321202", None)


def test_a_district_may_hold_codes_of_two_beginnings() -> None:
    places = ensure_places([township("321202001"), township("321271001")], DAY)
    assert len(places.districts) == 1
    assert len(places.towns) == 2


def test_two_districts_may_share_a_beginning() -> None:
    places = ensure_places([township("321202001"), township("321202002", "新区")], DAY)
    assert len(places.districts) == 2


def test_a_code_is_found_where_it_stood_that_day_else_at_any_time() -> None:
    old, new = grow([(None, AreaKind.CITY), (None, AreaKind.CITY)])
    AreaName.objects.create(area=old, code="1", name="旧", ends_on=date(2020, 1, 1))
    AreaName.objects.create(area=new, code="1", name="新", begins_on=date(2020, 1, 1))
    kinds = [AreaKind.CITY]
    assert find_areas(["1"], kinds, date(2019, 1, 1)) == {"1": old}
    assert find_areas(["1"], kinds, date(2021, 1, 1)) == {"1": new}


def test_an_area_exists_on_the_days_on_which_it_bears_a_name() -> None:
    (area,) = grow([(None, AreaKind.CITY)])
    AreaName.objects.create(area=area, code="1", name="甲", begins_on=date(2021, 1, 1))
    assert not Area.objects.on(date(2020, 12, 31)).exists()
    assert Area.objects.on(DAY).named_on(DAY).get().name == "甲"


def test_the_statements_do_not_grow_with_the_places(
    queries: Callable[[Callable[[], object]], list[str]],
) -> None:
    few = queries(lambda: ensure_places([township("321202001")], DAY))
    many = [township(f"3213{number:05}", f"区{number % 6}") for number in range(300)]
    assert len(queries(lambda: ensure_places(many, DAY))) <= len(few) + 8
