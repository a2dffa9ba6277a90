"""Rooms and equipment as complete lists: what is not named is not there from the day on."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from fengqiao.kernel.areas.from_day import find_steps, set_from, write_steps
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.recording import record
from fengqiao.registers.organisations.actions.common import record_on, recorded, register_turn
from fengqiao.registers.organisations.enums import EquipmentKind, Listing, RoomKind
from fengqiao.registers.organisations.models import Equipment, ListedFrom, Room

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


def set_rooms(
    *, office: Area, rooms: Collection[RoomKind | str], on: date, by: "User | None"
) -> None:
    """Exactly these rooms, centres and stations are there from the day on."""
    wanted: dict[str, dict[str, Any]] = {RoomKind(room).value: {} for room in rooms}
    with register_turn():
        _list(Room, "room", Listing.ROOMS, office, wanted, on, by)
        record("organisations.rooms_set", by=by, subject=office, on=on, rooms=sorted(wanted))


def set_equipment(
    *,
    office: Area,
    quantities: Mapping[EquipmentKind, int],
    on: date,
    by: "User | None",
) -> None:
    """Exactly this equipment is there from the day on; 0 of a kind: none."""
    wanted = {
        EquipmentKind(kind).value: {"quantity": number}
        for kind, number in quantities.items()
        if number
    }
    with register_turn():
        _list(Equipment, "kind", Listing.EQUIPMENT, office, wanted, on, by)
        record(
            "organisations.equipment_set",
            by=by,
            subject=office,
            on=on,
            equipment={kind: row["quantity"] for kind, row in wanted.items()},
        )


def declare_complete(*, office: Area, listing: Listing, on: date, by: "User | None") -> None:
    """What the list names from the day on is all there is, even where that is nothing."""
    with register_turn():
        record_on(office, on)
        begin_list(office, listing, on, by)
        record("organisations.list_completed", by=by, subject=office, on=on, listing=listing.label)


def begin_list(office: Area, listing: Listing, on: date, by: "User | None") -> None:
    """The list counts as complete from the day on, if it did not yet."""
    if not ListedFrom.objects.on(on).filter(office=office, listing=listing).exists():
        key = (office.pk, listing.value)
        set_from(ListedFrom, key, on, {"missing": ""}, **recorded(by))


def _list(
    model: type[Room] | type[Equipment],
    named: str,
    listing: Listing,
    office: Area,
    wanted: Mapping[str, dict[str, Any]],
    on: date,
    by: "User | None",
) -> None:
    record_on(office, on)
    rows = list(model.objects.filter(office=office).on_or_after(on))
    there = {getattr(row, named) for row in rows if row.holds_on(on)}
    keyed = {(office.pk, name): wanted.get(name) for name in there | wanted.keys()}
    write_steps(model, find_steps(rows, on, keyed), on, **recorded(by))
    begin_list(office, listing, on, by)
