from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext as _

from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.from_day import set_from
from fengqiao.kernel.areas.models import Area, AreaName
from fengqiao.kernel.areas.tree import grow
from fengqiao.kernel.audit.recording import record
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.organisations.actions.common import register_turn, say
from fengqiao.registers.organisations.models import OfficeRecord

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


def add_place(
    *, above: Area, kind: AreaKind, name: str, code: str, on: date, by: "User | None"
) -> Area:
    """A new town of a district, or a new village of a town."""
    with register_turn():
        _refuse_taken_code(code, on)
        (place,) = grow([(Area.objects.get(pk=above.pk), kind)])
        set_from(AreaName, (place.pk,), on, {"code": code, "name": name})
        record(
            "organisations.place_added",
            by=by,
            subject=place,
            label=name,
            on=on,
            code=code,
            name=name,
        )
        return place


def rename_place(*, place: Area, name: str, code: str, on: date, by: "User | None") -> None:
    """Another name or code from the day on."""
    with register_turn():
        _name_on(place, on)
        _refuse_taken_code(code, on, but=place)
        set_from(AreaName, (place.pk,), on, {"code": code, "name": name})
        record(
            "organisations.place_renamed",
            by=by,
            subject=place,
            label=name,
            on=on,
            code=code,
            name=name,
        )


def end_place(*, place: Area, on: date, by: "User | None") -> None:
    """The place is no longer there from the day on; it must be empty by then."""
    with register_turn():
        _name_on(place, on)
        inside = AreaName.objects.on_or_after(on).filter(
            area__path__startswith=place.path, area__depth__gt=place.depth
        )
        if inside.exists() or OfficeRecord.objects.on_or_after(on).filter(_lies_in(place)).exists():
            raise InputRefused(_("这里还有下级区域或司法所,不能撤销。"))
        set_from(AreaName, (place.pk,), on, None)
        record("organisations.place_ended", by=by, subject=place, on=on)


def _name_on(place: Area, on: date) -> AreaName:
    name = place.name_on(on)
    if name is None:
        raise InputRefused(_("%(day)s这一天没有这个地方。") % {"day": say(on)})
    return name


def _lies_in(place: Area) -> Q:
    return Q(town=place) | Q(district_area=place)


def _refuse_taken_code(code: str, on: date, but: Area | None = None) -> None:
    """Offices may bear the code of their town; two places may not bear the same."""
    names = AreaName.objects.exclude(area__kind=AreaKind.OFFICE).on_or_after(on).filter(code=code)
    if names.exclude(area=but).exists() if but else names.exists():
        raise InputRefused(_("区划代码%(code)s已有别的地方使用。") % {"code": code})
