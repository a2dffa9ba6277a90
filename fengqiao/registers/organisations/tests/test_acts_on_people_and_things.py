"""Persons, rooms, equipment and places change from a day on."""

from datetime import date

import pytest

from fengqiao.conftest import Cast
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area, AreaName
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.organisations import actions
from fengqiao.registers.organisations.enums import EquipmentKind, Listing
from fengqiao.registers.organisations.models import Equipment, ListedFrom, Room, StaffRecord
from fengqiao.registers.organisations.tests.made import SINCE, make_office

pytestmark = pytest.mark.django_db

LATER, LAST = date(2022, 1, 1), date(2023, 1, 1)


@pytest.fixture
def office(db: None) -> Area:
    return make_office()


def rooms_on(day: date) -> list[str]:
    return sorted(Room.objects.on(day).values_list("room", flat=True))


def test_rooms_are_a_whole_list_from_a_day_on(office: Area, cast: Cast) -> None:
    rooms = ["法治宣传室", "执法管理室"]
    actions.set_rooms(office=office, rooms=rooms, on=LATER, by=cast.clerk)
    assert rooms_on(SINCE) == ["依法治理室"]
    assert rooms_on(LATER) == sorted(rooms)


def test_a_list_that_was_given_counts_as_complete(office: Area, cast: Cast) -> None:
    actions.set_rooms(office=office, rooms=[], on=LATER, by=cast.clerk)
    actions.declare_complete(office=office, listing=Listing.STAFF, on=LATER, by=cast.clerk)
    actions.declare_complete(office=office, listing=Listing.STAFF, on=LAST, by=cast.clerk)
    assert ListedFrom.objects.count() == 2
    assert not ListedFrom.objects.on(SINCE).exists()


def test_equipment_is_counted_by_kind(office: Area, cast: Cast) -> None:
    common = {"office": office, "by": cast.clerk}
    vehicle, audio = EquipmentKind.VEHICLE, EquipmentKind.AUDIO_VIDEO
    actions.set_equipment(quantities={vehicle: 1, audio: 2}, on=SINCE, **common)
    actions.set_equipment(quantities={vehicle: 3, audio: 0}, on=LATER, **common)
    assert dict(Equipment.objects.on(SINCE).values_list("kind", "quantity")) == {
        vehicle: 1,
        audio: 2,
    }
    assert dict(Equipment.objects.on(LATER).values_list("kind", "quantity")) == {vehicle: 3}


def test_a_person_joins_changes_and_leaves(office: Area, cast: Cast) -> None:
    person = actions.join_staff(
        office=office, name="张三", category="专职社工", post="综合", on=SINCE, by=cast.clerk
    )
    actions.change_staff(person=person, trained=True, on=LATER, by=cast.clerk)
    actions.leave_staff(person=person, on=LAST, by=cast.clerk)
    at_work = [StaffRecord.objects.employed_on(day).first() for day in (SINCE, LATER, LAST)]
    assert [row and row.trained for row in at_work] == [None, True, None]
    assert at_work[1].post == "综合"
    assert at_work[2] is None


def test_learning_later_that_somebody_left_does_not_change_the_past(
    office: Area, cast: Cast
) -> None:
    person = actions.join_staff(
        office=office, name="张三", category="警辅", on=SINCE, by=cast.clerk
    )
    actions.leave_staff(person=person, on=LATER, by=cast.clerk)
    assert StaffRecord.objects.employed_on(date(2021, 12, 31)).exists()
    assert not StaffRecord.objects.employed_on(LATER).exists()


def test_what_makes_no_sense_of_a_person_is_refused(office: Area, cast: Cast) -> None:
    common = {"office": office, "name": "张三", "category": "警辅", "by": cast.clerk}
    person = actions.join_staff(on=LATER, **common)
    with pytest.raises(InputRefused, match="不用重复登记"):
        actions.join_staff(on=LATER, **common)
    with pytest.raises(InputRefused, match="不能早于入职日期2022年1月1日"):
        actions.leave_staff(person=person, on=SINCE, by=cast.clerk)
    with pytest.raises(InputRefused, match="不在职"):
        actions.change_staff(person=person, trained=True, on=SINCE, by=cast.clerk)
    actions.change_staff(person=person, trained=True, on=LAST, by=cast.clerk)
    with pytest.raises(InputRefused, match="2023年1月1日还有登记的变动"):
        actions.leave_staff(person=person, on=date(2022, 6, 1), by=cast.clerk)


def test_a_village_is_added_renamed_and_ended(office: Area, cast: Cast) -> None:
    street = Area.objects.get_parent(Area.objects.get(pk=office.pk))
    common = {"code": "321202001001", "by": cast.bureau}
    village = actions.add_place(
        above=street, kind=AreaKind.VILLAGE, name="东村", on=SINCE, **common
    )
    actions.rename_place(place=village, name="东社区", on=LATER, **common)
    actions.end_place(place=village, on=LAST, by=cast.bureau)
    names = [village.name_on(day) for day in (SINCE, LATER, LAST)]
    assert [name and name.name for name in names] == ["东村", "东社区", None]
    with pytest.raises(InputRefused, match="没有这个地方"):
        actions.end_place(place=village, on=LAST, by=cast.bureau)


def test_a_place_with_something_in_it_is_not_ended(office: Area, cast: Cast) -> None:
    street = Area.objects.get_parent(Area.objects.get(pk=office.pk))
    with pytest.raises(InputRefused, match="不能撤销"):
        actions.end_place(place=street, on=LATER, by=cast.bureau)


def test_two_places_do_not_bear_one_code(office: Area, cast: Cast) -> None:
    street = Area.objects.get_parent(Area.objects.get(pk=office.pk))
    code = AreaName.objects.get(area=street).code
    with pytest.raises(InputRefused, match="已有别的地方使用"):
        actions.add_place(
            above=street, kind=AreaKind.VILLAGE, name="村", code=code, on=SINCE, by=cast.bureau
        )
