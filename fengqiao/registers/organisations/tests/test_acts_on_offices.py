"""Opening, changing, closing an office, and confirming its class."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from fengqiao.conftest import Cast
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area, AreaName
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.organisations import actions
from fengqiao.registers.organisations.enums import Fact, Origin, Size
from fengqiao.registers.organisations.models import OfficeClass, OfficeFact, OfficeRecord, Room

pytestmark = pytest.mark.django_db

OPENED, LATER, LAST = date(2021, 1, 1), date(2022, 1, 1), date(2023, 1, 1)
GIVEN = {
    "code": "321202001",
    "name": "城东街道司法所",
    "district": "海陵区",
    "division": "321202001000",
    "kind": "街道",
}


@pytest.fixture
def office(cast: Cast) -> Area:
    return actions.open_office(**GIVEN, on=OPENED, by=cast.bureau)


def name_on(office: Area, day: date) -> str | None:
    name = office.name_on(day)
    return name.name if name else None


def test_an_opened_office_stands_under_its_street_from_its_day_on(office: Area) -> None:
    place = Area.objects.get(pk=office.pk)
    above = Area.objects.get_parent(place)
    assert above is not None
    assert (above.kind, above.name_on(OPENED).code) == (AreaKind.STREET, "321202001")
    assert name_on(office, OPENED) == "城东街道司法所"
    assert name_on(office, date(2020, 12, 31)) is None
    record = OfficeRecord.objects.get(office=office)
    assert (record.division, str(record.district_area)) == ("321202001000", "海陵区")
    assert record.source == "沈明远登记"


def test_a_code_serves_one_office_at_a_time(office: Area, cast: Cast) -> None:
    with pytest.raises(InputRefused, match="已有司法所使用"):
        actions.open_office(**GIVEN, on=LATER, by=cast.bureau)
    other = actions.open_office(**GIVEN | {"code": "x"}, on=OPENED, by=cast.bureau)
    with pytest.raises(InputRefused, match="已有司法所使用"):
        actions.change_office(office=other, **GIVEN, on=LATER, by=cast.bureau)


def test_a_changed_office_keeps_its_past(office: Area, cast: Cast) -> None:
    moved = GIVEN | {"name": "新城司法所", "division": "321203002", "district": "高港区"}
    actions.change_office(office=office, **moved, on=LATER, by=cast.bureau)
    assert [name_on(office, day) for day in (OPENED, LATER)] == ["城东街道司法所", "新城司法所"]
    divisions = [OfficeRecord.objects.on(day).get().division for day in (OPENED, LATER)]
    assert divisions == ["321202001000", "321203002"]


def test_the_tree_follows_an_office_that_moved(office: Area, cast: Cast) -> None:
    moved = GIVEN | {"division": "321203002", "district": "高港区"}
    actions.change_office(office=office, **moved, on=LATER, by=cast.bureau)
    district = AreaName.objects.get(name="高港区").area
    assert Area.objects.below(district).filter(pk=office.pk).exists()
    assert Area.objects.find_problems() == ([], [], [], [], [])


def test_a_closed_office_and_all_of_it_end_and_stay_known(office: Area, cast: Cast) -> None:
    actions.set_rooms(office=office, rooms=["依法治理室"], on=OPENED, by=cast.bureau)
    actions.join_staff(office=office, name="张三", category="警辅", on=OPENED, by=cast.bureau)
    actions.close_office(office=office, on=LATER, by=cast.bureau)
    assert not OfficeRecord.objects.on(LATER).exists()
    assert not Room.objects.on(LATER).exists()
    assert Room.objects.on(OPENED).exists()
    assert name_on(office, LATER) is None
    with pytest.raises(InputRefused, match="没有这个司法所"):
        actions.close_office(office=office, on=LATER, by=cast.bureau)


def test_an_office_is_not_closed_before_a_change_that_is_already_recorded(
    office: Area, cast: Cast
) -> None:
    actions.set_rooms(office=office, rooms=["依法治理室"], on=LAST, by=cast.bureau)
    with pytest.raises(InputRefused, match="2023年1月1日还有登记的变动"):
        actions.close_office(office=office, on=LATER, by=cast.bureau)


def test_a_closed_office_that_comes_back_is_the_same_office(office: Area, cast: Cast) -> None:
    actions.close_office(office=office, on=LATER, by=cast.bureau)
    again = actions.open_office(**GIVEN, on=LAST, by=cast.bureau, again=True)
    assert again.pk == office.pk
    assert name_on(office, date(2022, 6, 1)) is None


def test_a_confirmed_class_keeps_who_when_why_and_what_was_proposed(
    office: Area, cast: Cast
) -> None:
    actions.confirm_class(
        office=office,
        size=Size.LARGE,
        on=OPENED,
        by=cast.city,
        why="案件多",
        proposed_size="中型",
        score="55",
        reasons=["人口5万"],
        edition="2021",
    )
    found = OfficeClass.objects.get()
    assert (found.recorded_by, found.why, found.proposed_size) == (cast.city, "案件多", "中型")
    assert (found.score, found.reasons, found.edition) == ("55", ["人口5万"], "2021")


def test_another_class_than_the_proposed_one_wants_its_reason(office: Area, cast: Cast) -> None:
    with pytest.raises(InputRefused, match="请写明理由"):
        actions.confirm_class(
            office=office, size="大型", on=OPENED, by=cast.city, proposed_size="中型"
        )


def test_the_same_class_confirmed_again_is_a_row_of_its_own(office: Area, cast: Cast) -> None:
    for day, why in ((OPENED, "初次"), (LATER, "复核")):
        actions.confirm_class(office=office, size="小型", on=day, by=cast.city, why=why)
    assert [OfficeClass.objects.on(day).get().why for day in (OPENED, LATER)] == ["初次", "复核"]


def test_values_hold_from_their_day_and_can_become_unknown(office: Area, cast: Cast) -> None:
    known = {"office": office, "origin": Origin.REPORTED, "by": cast.bureau}
    actions.set_values(values={Fact.FLOOR_AREA: 260.4}, on=OPENED, **known)
    actions.set_values(values={Fact.FLOOR_AREA: None}, on=LATER, **known)
    assert OfficeFact.objects.on(OPENED).get().cell == 260.4
    assert not OfficeFact.objects.on(LATER).exists()


def test_an_inspector_who_finds_the_same_value_becomes_its_source(office: Area, cast: Cast) -> None:
    common = {"office": office, "values": {Fact.SIGNAGE: 1}, "by": cast.bureau}
    actions.set_values(origin=Origin.REPORTED, on=OPENED, **common)
    actions.set_values(origin=Origin.FOUND, source="实地检查", on=LATER, **common)
    assert OfficeFact.objects.on(LATER).get().origin == Origin.FOUND


@pytest.mark.parametrize(
    ("fact", "value", "words"),
    [
        (Fact.FLOOR_AREA, -1, "不小于0"),
        (Fact.FLOOR_AREA, float("inf"), "不小于0"),
        (Fact.FLOOR_AREA, 100_001, "不能超过100000"),
        (Fact.SATISFACTION, 104, "不能超过100"),
        (Fact.POPULATION, 1.5, "整数"),
        (Fact.SIGNAGE, 2, "是或否"),
    ],
)
def test_impossible_values_are_refused(
    office: Area, cast: Cast, fact: Fact, value: float, words: str
) -> None:
    with pytest.raises(InputRefused, match=words):
        actions.set_values(
            office=office, values={fact: value}, origin=Origin.REPORTED, on=OPENED, by=cast.bureau
        )


@pytest.mark.parametrize(("fact", "value"), [("signage", 2), ("satisfaction", 101), ("gdp", -1)])
def test_the_database_refuses_them_too(office: Area, fact: str, value: float) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        OfficeFact.objects.create(office=office, fact=fact, value=value, begins_on=OPENED)


def test_nothing_is_recorded_on_a_day_without_the_office(office: Area, cast: Cast) -> None:
    before = date(2020, 1, 1)
    with pytest.raises(InputRefused, match="2020年1月1日这一天没有这个司法所"):
        actions.confirm_class(office=office, size="小型", on=before, by=cast.city)
    with pytest.raises(InputRefused, match="没有这个司法所"):
        actions.set_rooms(office=office, rooms=[], on=before, by=cast.city)


@pytest.mark.parametrize(
    "wrong", [{"district": "海陵"}, {"district": "兴化市"}, {"district": "兴化市", "code": "x"}]
)
def test_a_district_that_its_code_does_not_belong_to_is_refused(office, cast, wrong) -> None:
    other = {"code": "y", "district": "兴化市", "division": "321281104"}
    actions.open_office(**GIVEN | other, on=OPENED, by=cast.bureau)
    before = AreaName.objects.count()
    with pytest.raises(InputRefused, match="前6位321202是海陵区的代码"):
        actions.open_office(**GIVEN | {"code": "z"} | wrong, on=LATER, by=cast.bureau)
    with pytest.raises(InputRefused, match="前6位321202是海陵区的代码"):
        actions.change_office(office=office, **GIVEN | wrong, on=LATER, by=cast.bureau)
    assert AreaName.objects.count() == before


def test_the_code_of_a_closed_office_is_not_taken_over_without_a_word(
    office: Area, cast: Cast
) -> None:
    actions.close_office(office=office, on=LATER, by=cast.bureau)
    with pytest.raises(InputRefused, match="是已撤销的城东街道司法所用过的"):
        actions.open_office(**GIVEN | {"name": "别的所"}, on=LAST, by=cast.bureau)
    with pytest.raises(InputRefused, match="没有用过编码never"):
        actions.open_office(**GIVEN | {"code": "never"}, on=LAST, by=cast.bureau, again=True)
    assert not OfficeRecord.objects.on(LAST).exists()


def test_a_code_that_a_standing_office_bore_earlier_makes_a_new_office(
    office: Area, cast: Cast
) -> None:
    actions.change_office(office=office, **GIVEN | {"code": "new"}, on=LATER, by=cast.bureau)
    other = actions.open_office(**GIVEN | {"name": "别的所"}, on=LAST, by=cast.bureau)
    assert other.pk != office.pk
    assert name_on(office, LAST) == "城东街道司法所"
