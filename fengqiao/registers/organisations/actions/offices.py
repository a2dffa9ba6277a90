from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext as _

from fengqiao.kernel.areas.divisions import Township, ensure_places, find_areas
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.from_day import set_from
from fengqiao.kernel.areas.models import Area, AreaName
from fengqiao.kernel.areas.tree import grow
from fengqiao.kernel.audit.recording import record
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.organisations import posts
from fengqiao.registers.organisations.actions.common import (
    record_on,
    recorded,
    register_turn,
    say,
)
from fengqiao.registers.organisations.actions.districts import (
    refuse_divided_town,
    refuse_wrong_district,
)
from fengqiao.registers.organisations.enums import OfficeKind
from fengqiao.registers.organisations.models import (
    Equipment,
    ListedFrom,
    OfficeClass,
    OfficeFact,
    OfficeRecord,
    ReportedFact,
    Room,
    Staff,
    StaffRecord,
)
from fengqiao.registers.organisations.permissions import FOUND
from fengqiao.registers.organisations.seats import seat_offices, township_of

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

OF_OFFICE = (OfficeRecord, OfficeClass, OfficeFact, Room, Equipment, ListedFrom, ReportedFact)


def open_office(
    *,
    code: str,
    name: str,
    district: str,
    division: str,
    kind: OfficeKind | str,
    on: date,
    by: "User | None",
    again: bool = False,
) -> Area:
    """A new office; its town, district and city are made where not yet known.

    With `again` the closed office that bore the code is there again; without, its code is refused,
    for a new office would take over all that the old one was.
    """
    with register_turn():
        _refuse_taken_code(code, on)
        office = _former(code, on, again)
        township = township_of(division, kind, district)
        refuse_wrong_district(township, on, by)
        refuse_divided_town(township, on)
        places = ensure_places([township], on)
        if office is None:
            (office,) = grow([(places.towns[township.code], AreaKind.OFFICE)])
        _set_name(office, code, name, on)
        _set_record(office, township, division, kind, on, by)
        _record("opened", office, code, name, township, kind, on, by)
        return office


def change_office(
    *,
    office: Area,
    code: str,
    name: str,
    district: str,
    division: str,
    kind: OfficeKind | str,
    on: date,
    by: "User | None",
) -> None:
    """Another name, code, kind or place from the day on."""
    with register_turn():
        record_on(office, on)
        _refuse_taken_code(code, on, but=office)
        township = township_of(division, kind, district)
        refuse_wrong_district(township, on, by)
        refuse_divided_town(township, on, but=office)
        _set_name(office, code, name, on)
        _set_record(office, township, division, kind, on, by)
        _record("changed", office, code, name, township, kind, on, by)


def close_office(*, office: Area, on: date, by: "User | None") -> None:
    """The office is no longer there from the day on, nor anything of it."""
    with register_turn():
        record_on(office, on)
        _refuse_later_rows(office, on)
        for model in OF_OFFICE:
            model.objects.on(on).filter(office=office).update(ends_on=on)
        StaffRecord.objects.on(on).filter(staff__office=office).update(ends_on=on)
        staff = Staff.objects.filter(office=office)
        posts.follow(staff.values_list("pk", flat=True), by=by)
        AreaName.objects.on(on).filter(area=office).update(ends_on=on)
        record("organisations.closed", by=by, subject=office, on=on)


def _record(
    act: str,
    office: Area,
    code: str,
    name: str,
    township: Township,
    kind: OfficeKind | str,
    on: date,
    by: "User | None",
) -> None:
    record(
        f"organisations.{act}",
        by=by,
        subject=office,
        label=name,
        on=on,
        code=code,
        name=name,
        division=township.code,
        district=township.district,
        kind=OfficeKind(kind).value,
    )


def _set_name(office: Area, code: str, name: str, on: date) -> None:
    set_from(AreaName, (office.pk,), on, {"code": code, "name": name})


def _set_record(
    office: Area,
    township: Township,
    division: str,
    kind: OfficeKind | str,
    on: date,
    by: "User | None",
) -> None:
    places = ensure_places([township], on)
    if by and not by.can(FOUND, places.towns[township.code]):
        raise InputRefused(_("区划代码 {code} 不在您的工作区域内").format(code=division))
    values = {
        "kind": OfficeKind(kind).value,
        "division": division,
        "town_id": places.towns[township.code].pk,
        "district_area_id": places.districts[township.district_key].pk,
    }
    set_from(OfficeRecord, (office.pk,), on, values, **recorded(by))
    seat_offices([office.pk])


def _former(code: str, on: date, again: bool) -> Area | None:
    """The office that bore the code and is no longer there, where it is to come back."""
    bore = find_areas([code], [AreaKind.OFFICE], on).get(code)
    gone = bore and not OfficeRecord.objects.on_or_after(on).filter(office=bore).exists()
    if again and not gone:
        raise InputRefused(_("没有用过编码%(code)s、已经撤销的司法所。") % {"code": code})
    if gone and not again:
        raise InputRefused(
            _(
                "编码%(code)s是已撤销的%(office)s用过的。就是这个所恢复设立的,请勾选“恢复以前的司法所”;"
                "不是的,请换一个编码。"
            )
            % {"code": code, "office": bore}
        )
    return bore if gone else None


def _refuse_taken_code(code: str, on: date, but: Area | None = None) -> None:
    holders = AreaName.objects.of_kinds([AreaKind.OFFICE]).on_or_after(on).filter(code=code)
    if holders.exclude(area=but).exists() if but else holders.exists():
        raise InputRefused(_("编码%(code)s已有司法所使用。") % {"code": code})


def _refuse_later_rows(office: Area, on: date) -> None:
    """A change that is already recorded for a later day would come back from the dead."""
    later = Q(begins_on__gt=on)
    begins = [
        row.begins_on or on
        for model in OF_OFFICE
        for row in model.objects.on_or_after(on).filter(later, office=office)[:1]
    ]
    begins += [
        row.begins_on or on
        for row in StaffRecord.objects.on_or_after(on).filter(later, staff__office=office)[:1]
    ]
    if begins:
        raise InputRefused(
            _("这个司法所在%(day)s还有登记的变动,不能从更早的日期起撤销。")
            % {"day": say(max(begins))}
        )
