"""The judge's tables of a day, and where their values come from."""

from collections.abc import Callable
from datetime import date

import pytest

from fengqiao.conftest import Cast
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.organisations import actions
from fengqiao.registers.organisations.enums import Fact, Origin
from fengqiao.registers.organisations.models import OfficeRecord
from fengqiao.registers.organisations.tables import tables_on
from fengqiao.registers.organisations.tests.rosters import OFFICE, roster_of, take_in

pytestmark = pytest.mark.django_db

FIRST, SECOND = date(2021, 12, 31), date(2022, 12, 31)


def test_a_day_without_offices_is_refused() -> None:
    with pytest.raises(InputRefused, match="2021-12-31这一天没有登记的司法所"):
        tables_on(FIRST)


def test_a_list_that_no_office_gave_is_no_table_and_an_empty_one_is_empty() -> None:
    take_in(roster_of(offices=[OFFICE], rooms=[]), FIRST)
    tables = tables_on(FIRST)
    assert tables.staff is None
    assert tables.rooms is not None
    assert tables.rooms.is_empty()


def test_a_list_that_only_some_offices_gave_is_unknown_for_the_others() -> None:
    take_in(
        roster_of(offices=[OFFICE], rooms=[{"office": "321202001", "room": "依法治理室"}]), FIRST
    )
    take_in(roster_of(offices=[OFFICE | {"code": "2"}]), FIRST)
    assert tables_on(FIRST).unlisted == {"rooms": frozenset({"2"})}


def test_a_column_that_no_list_has_is_missing_until_one_has_it() -> None:
    person = {"office": "321202001", "name": "张三", "category": "警辅"}
    take_in(roster_of(offices=[OFFICE], staff=[person]), FIRST)
    take_in(roster_of(staff=[person | {"trained": True}]), SECOND)
    assert ("staff", "trained") in tables_on(FIRST).missing_columns
    assert ("staff", "trained") not in tables_on(SECOND).missing_columns
    assert ("staff", "degree") in tables_on(SECOND).missing_columns


def test_each_value_says_where_it_comes_from(cast: Cast) -> None:
    row = OFFICE | {"floor_area": 260.0, "signage": True, "population": 1, "gdp": 2.0}
    take_in(roster_of("一.xlsx", offices=[row], rooms=[]), FIRST)
    office = OfficeRecord.objects.get().office
    actions.set_values(
        office=office,
        values={Fact.SIGNAGE: 0},
        origin=Origin.FOUND,
        source="实地检查 沈明远",
        on=SECOND,
        by=cast.bureau,
    )
    tables = tables_on(SECOND)
    area = tables.source_of("offices", "floor_area", "321202001")
    signs = tables.source_of("offices", "signage", "321202001")
    assert area is not None
    assert signs is not None
    assert (area.kind, area.text, area.on) == ("reported", "名册 一.xlsx", FIRST)
    assert (signs.kind, signs.text, signs.on) == ("found", "实地检查 沈明远", SECOND)


def test_the_number_of_queries_does_not_grow_with_the_offices(
    queries: Callable[[Callable[[], object]], list[str]],
) -> None:
    take_in(roster_of(offices=[OFFICE], staff=[], rooms=[], equipment=[], facts=[]), FIRST)
    few = len(queries(lambda: tables_on(FIRST)))
    rows = [OFFICE | {"code": str(number)} for number in range(60)]
    take_in(roster_of(offices=rows), FIRST)
    assert len(queries(lambda: tables_on(FIRST))) == few
    assert few <= 10


def test_a_class_comes_from_who_confirmed_it(cast) -> None:
    take_in(roster_of(offices=[OFFICE | {"size": "小型"}]), FIRST)
    said = tables_on(FIRST).sources["offices"]
    assert (said.how, said.text) == ("司法局认定", "名册 名册.xlsx")
    office = OfficeRecord.objects.get().office
    actions.confirm_class(office=office, size="大型", on=SECOND, by=cast.city)
    said = tables_on(SECOND).sources["offices"]
    assert (said.how, said.text, said.on) == ("司法局认定", f"{cast.city.name}认定", SECOND)
