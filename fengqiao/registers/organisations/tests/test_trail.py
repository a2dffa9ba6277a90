"""Every act of the register leaves its own entry, in the act's own transaction."""

import json
from datetime import date

import pytest

from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.models import Entry
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.organisations import actions
from fengqiao.registers.organisations.enums import (
    Category,
    EquipmentKind,
    Fact,
    Listing,
    OfficeKind,
    Origin,
    RoomKind,
    Size,
)
from fengqiao.registers.organisations.models import Room
from fengqiao.registers.organisations.tests.made import SINCE, make_office, make_person

pytestmark = pytest.mark.django_db

DAY = date(2022, 1, 1)
GIVEN = {"name": "城南司法所", "district": "海陵区", "division": "321202001", "kind": "街道"}
ROOM, MACHINE = next(iter(RoomKind)), next(iter(EquipmentKind))


def ended_room(office):
    actions.set_rooms(office=office, rooms=[], on=DAY, by=None)
    return Room.objects.get(office=office, room="依法治理室", ends_on=DAY)


def village(office):
    town = Area.objects.get_parent(office)
    return actions.add_place(
        above=town, kind=AreaKind.VILLAGE, name="一村", code="321202001201", on=SINCE, by=None
    )


# act -> what does it: called with the office, `on` and `by`
ACTS = {
    "organisations.opened": lambda o, **a: actions.open_office(code="x1", **GIVEN, **a),
    "organisations.changed": lambda o, **a: actions.change_office(
        office=o, code="x1", **GIVEN, **a
    ),
    "organisations.closed": lambda o, **a: actions.close_office(office=o, **a),
    "organisations.class_confirmed": lambda o, **a: actions.confirm_class(
        office=o, size=Size.LARGE, **a
    ),
    "organisations.values_set": lambda o, **a: actions.set_values(
        office=o, values={Fact.POPULATION: 5.0}, origin=Origin.REPORTED, **a
    ),
    "organisations.rooms_set": lambda o, **a: actions.set_rooms(office=o, rooms=[ROOM], **a),
    "organisations.equipment_set": lambda o, **a: actions.set_equipment(
        office=o, quantities={MACHINE: 2}, **a
    ),
    "organisations.list_completed": lambda o, **a: actions.declare_complete(
        office=o, listing=Listing.ROOMS, **a
    ),
    "organisations.joined": lambda o, **a: actions.join_staff(
        office=o, name="张三", category=Category.SOCIAL_WORKER, **a
    ),
    "organisations.staff_changed": lambda o, **a: actions.change_staff(
        person=make_person(o, "李四"), trained=True, **a
    ),
    "organisations.left": lambda o, **a: actions.leave_staff(person=make_person(o, "李四"), **a),
    "organisations.end_taken_back": lambda o, on, by: actions.take_back_end(
        row=ended_room(o), why="记错了", by=by
    ),
    "organisations.place_added": lambda o, **a: actions.add_place(
        above=Area.objects.get_parent(o), kind=AreaKind.VILLAGE, name="一村", code="x2", **a
    ),
    "organisations.place_renamed": lambda o, **a: actions.rename_place(
        place=village(o), name="二村", code="x3", **a
    ),
    "organisations.place_ended": lambda o, **a: actions.end_place(place=village(o), **a),
}


def test_no_act_is_left_out():
    elsewhere = {
        *("add_photo", "end_photo"),  # with the pictures that they want
        *(
            "bind_account",
            "make_staff_account",
            "take_account",
        ),  # with the accounts, in test_posts.py
    }
    assert len(ACTS) == len(set(actions.__all__) - elsewhere)


@pytest.mark.parametrize("act", ACTS)
def test_an_act_is_recorded_with_who_and_where(act, cast):
    office = make_office(1, "城东司法所")
    ACTS[act](office, on=DAY, by=cast.bureau)
    entry = Entry.objects.filter(by=cast.bureau).get()
    assert (entry.act, entry.via) == (act, "command")
    assert entry.area is not None
    assert entry.district == office.path[: len(entry.district)] != ""
    assert "2022-01-01" in entry.payload.body
    for name in ("张三", "李四"):
        assert name not in entry.label


def test_an_act_that_is_refused_leaves_no_trail(cast):
    office = make_office(1)
    with pytest.raises(InputRefused):
        actions.close_office(office=office, on=date(2000, 1, 1), by=cast.bureau)
    assert not Entry.objects.exists()


def test_what_was_changed_of_a_person_is_kept_and_not_to_what(cast):
    person = make_person(make_office(1), "李四")
    actions.change_staff(person=person, on=DAY, by=cast.bureau, party="中共党员")
    entry = Entry.objects.about(person).get()
    assert json.loads(entry.payload.body)["name"] == "李四"
    assert "中共党员" not in entry.payload.body


def test_a_new_office_is_recorded_under_its_name_and_district(cast):
    opened = actions.open_office(code="x1", **GIVEN, on=DAY, by=cast.bureau)
    entry = Entry.objects.get()
    assert (entry.label, entry.area) == ("城南司法所", opened)
    kept = json.loads(entry.payload.body)
    assert kept == {**GIVEN, "code": "x1", "on": "2022-01-01", "kind": OfficeKind.STREET.value}
