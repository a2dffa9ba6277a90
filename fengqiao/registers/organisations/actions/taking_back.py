"""A wrongly recorded end is taken back: from the day on which it was to end, all is as before.

Nothing is deleted. What said that somebody had left stays, with an empty validity; what had ended gets
a row of its own from the day of its end. So the days before are as they were, and judgements that were
kept carry the rows that they rest on.
"""

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from fengqiao.kernel.areas.from_day import set_from
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.recording import record
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.organisations import posts
from fengqiao.registers.organisations.actions.common import (
    record_on,
    recorded,
    register_turn,
    say,
)
from fengqiao.registers.organisations.enums import Listing
from fengqiao.registers.organisations.models import (
    Equipment,
    OfficeRecord,
    Room,
    StaffRecord,
    TakenBack,
)

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

Ending = StaffRecord | Room | Equipment
ENDING: dict[str, type[Ending]] = {
    Listing.STAFF.value: StaffRecord,
    Listing.ROOMS.value: Room,
    Listing.EQUIPMENT.value: Equipment,
}  # what may have ended, by its list


def about_end(row: Ending) -> tuple[Area, str, date]:
    """The office, what has ended there, and from which day on; refused where nothing has."""
    office, name = (
        (row.staff.office, row.staff.name)
        if isinstance(row, StaffRecord)
        else (row.office, row.room if isinstance(row, Room) else row.kind)
    )
    left_on = row.left_on if isinstance(row, StaffRecord) else None
    on = left_on or row.ends_on
    if on is None or _is_over(row, left_on):
        raise InputRefused(_("%(name)s没有停止,或者已经撤回。") % {"name": name})
    return office, name, on


def take_back_end(*, row: Ending, why: str, by: "User | None") -> None:
    """The person did not leave, the room or the equipment is still there."""
    if not why.strip():
        raise InputRefused(_("请写明理由。"))
    with register_turn():
        row.refresh_from_db()
        office, name, on = about_end(row)
        _refuse_closed(office, on)
        if isinstance(row, StaffRecord) and row.left_on:
            _stay(row, row.left_on, by)
        else:
            set_from(type(row), row.key, on, row.values, **recorded(by))
        if isinstance(row, StaffRecord):
            posts.follow([row.staff_id], by=by)
        listing = next(name for name, model in ENDING.items() if isinstance(row, model))
        TakenBack.objects.create(
            office=office, listing=listing, name=name, on=on, why=why.strip(), recorded_by=by
        )
        record(
            "organisations.end_taken_back",
            by=by,
            subject=office,
            on=on,
            name=name,
            listing=Listing(listing).label,
            why=why.strip(),
        )


def _is_over(row: Ending, left_on: date | None) -> bool:
    """Whether the row was corrected, or another one goes on where it ends."""
    if row.ends_on is None:
        return False
    following = type(row).objects.on(row.ends_on).filter(**dict(zip(row.KEY, row.key, strict=True)))
    return row.begins_on == row.ends_on or (left_on is None and following.exists())


def _stay(row: StaffRecord, left_on: date, by: "User | None") -> None:
    """Every row that says so is corrected. One that ended after the person was gone ended because a
    list named him no more, so it goes on."""
    rows = StaffRecord.objects.uncorrected().filter(staff=row.staff, left_on=left_on)
    for known in list(rows.order_by("begins_on")):
        _go_on(known, known.begins_on or left_on, by)
        if known.ends_on and _ended_as_gone(known, known.ends_on):
            _go_on(known, known.ends_on, by)


def _ended_as_gone(row: StaffRecord, end: date) -> bool:
    return row.has_left(end) and not StaffRecord.objects.on(end).filter(staff=row.staff).exists()


def _go_on(row: StaffRecord, day: date, by: "User | None") -> None:
    set_from(StaffRecord, row.key, day, row.values | {"left_on": None}, **recorded(by))


def _refuse_closed(office: Area, on: date) -> None:
    """What is there is there with its office, up to now."""
    record_on(office, on)
    records = list(OfficeRecord.objects.filter(office=office).on_or_after(on))
    begins = {record.begins_on for record in records}
    closed = [row.ends_on for row in records if row.ends_on and row.ends_on not in begins]
    if closed:
        words = _("这个司法所在%(day)s撤销,不能撤回此前的停止。")
        raise InputRefused(words % {"day": say(min(closed))})
