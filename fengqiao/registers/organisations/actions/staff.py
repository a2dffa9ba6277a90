from datetime import date
from typing import TYPE_CHECKING, Any

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
from fengqiao.registers.organisations.actions.things import begin_list
from fengqiao.registers.organisations.enums import Category, Listing
from fengqiao.registers.organisations.models import Staff, StaffRecord

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


def join_staff(
    *, office: Area, name: str, category: Category | str, on: date, by: "User | None", **values: Any
) -> Staff:
    """A person joins the office on the day; `values` by the names of `StaffRecord.VALUES`."""
    with register_turn():
        record_on(office, on)
        person, _new = Staff.objects.get_or_create(office=office, name=name, joined_on=on)
        if StaffRecord.objects.on_or_after(on).filter(staff=person).exists():
            raise InputRefused(_("%(name)s已在这一天入职本所,不用重复登记。") % {"name": name})
        set_from(
            StaffRecord,
            (person.pk,),
            on,
            values | {"category": Category(category).value},
            **recorded(by),
        )
        begin_list(office, Listing.STAFF, on, by)
        _record("joined", person, on, by)
        return person


def change_staff(*, person: Staff, on: date, by: "User | None", **values: Any) -> None:
    """What is true of the person from the day on; values that are not named stay as they are."""
    with register_turn():
        _record_on(person, on)
        set_from(StaffRecord, (person.pk,), on, values, **recorded(by))
        posts.follow([person.pk], by=by)
        _record("staff_changed", person, on, by, changed=_labels(values))


def leave_staff(*, person: Staff, on: date, by: "User | None") -> None:
    """The person is at work until the day before."""
    with register_turn():
        if person.joined_on and on < person.joined_on:
            raise InputRefused(
                _("离职日期不能早于入职日期%(day)s。") % {"day": say(person.joined_on)}
            )
        _record_on(person, on)
        _refuse_later_rows(person, on)
        set_from(StaffRecord, (person.pk,), on, {"left_on": on}, **recorded(by))
        posts.follow([person.pk], by=by)
        _record("left", person, on, by)


def _record(act: str, person: Staff, on: date, by: "User | None", **more: Any) -> None:
    """The person's name stands in the details alone, which can be forgotten."""
    about: dict[str, Any] = {"on": on, "name": person.name} | more
    record(f"organisations.{act}", by=by, subject=person, area=person.office, **about)


def _labels(values: dict[str, Any]) -> list[str]:
    """What was changed, not to what: party membership is nobody's business but the branch's."""
    labels = {field.name: str(field.verbose_name) for field in StaffRecord._meta.fields}
    return [labels[name] for name in sorted(values)]


def _record_on(person: Staff, on: date) -> StaffRecord:
    record = StaffRecord.objects.employed_on(on).filter(staff=person).first()
    if record is None:
        words = _("%(name)s在%(day)s不在职。") % {"name": person.name, "day": say(on)}
        raise InputRefused(words)
    found: StaffRecord = record
    return found


def _refuse_later_rows(person: Staff, on: date) -> None:
    later = StaffRecord.objects.on_or_after(on).filter(staff=person, begins_on__gt=on).first()
    if later:
        raise InputRefused(
            _("%(name)s在%(day)s还有登记的变动,不能从更早的日期起离职。")
            % {"name": person.name, "day": say(later.begins_on or on)}
        )
