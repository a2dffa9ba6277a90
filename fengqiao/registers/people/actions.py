"""What is done with persons: one record for each, made known to offices, changed, opened."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.turns import turn
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.audit.watching import nothing_done
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.people.enums import Paper, Purpose
from fengqiao.registers.people.models import COLUMNS, Known, Person
from fengqiao.registers.people.shown import changed, labels

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

REGISTER = "people"


class AlreadyThere(InputRefused):
    """The number belongs to a person within the reach of who typed it."""

    def __init__(self, person: Person) -> None:
        super().__init__(_("这个证件号码已经登记过,一个人只建一份档案。"))
        self.person = person


def add_person(*, area: Area, by: "User | None", **values: Any) -> Person:
    """A person of whom the office did not know.

    Raises AlreadyThere for a number that the user could find himself. One that only another office
    knows gets a second record, because to refuse it would tell him that it is known there.
    """
    with turn(REGISTER):
        _refuse_known(values, by)
        person = Person(**values)
        person.save()
        Known.objects.create(person=person, area=area, since=timezone.localdate(), made_by=by)
        filled = [name for name in COLUMNS if getattr(person, name)]
        record("people.added", by=by, subject=person, area=area, fields=labels(filled))
    return person


def change_person(*, person: Person, area: Area, by: "User | None", **values: Any) -> None:
    """New values; those that are not named stay."""
    with turn(REGISTER):
        current = Person.objects.select_for_update().get(pk=person.pk)
        new = changed(current, values)
        if not new:
            nothing_done()
            return
        if {"id_number", "paper"} & set(new):
            _refuse_known(values, by, other_than=current)
        for name in new:
            setattr(current, name, values[name])
        current.save()
        record("people.changed", by=by, subject=current, area=area, fields=labels(new))


def make_known(*, person: Person, area: Area, by: "User | None") -> None:
    """The person becomes known to one more office of the user."""
    with transaction.atomic():
        _row, new = Known.objects.get_or_create(
            person=person,
            area=area,
            defaults={"since": timezone.localdate(), "made_by": by},
        )
        if new:
            record("people.known", by=by, subject=person, area=area)
        else:
            nothing_done()


def open_values(
    *,
    person: Person,
    area: Area,
    by: "User",
    fields: Collection[str],
    purpose: Purpose | str,
    reason: str = "",
) -> None:
    """Leaves in the trail that the values were shown, before they are."""
    record(
        "people.opened",
        by=by,
        subject=person,
        area=area,
        fields=labels(fields),
        purpose=str(Purpose(purpose).label),
        reason=reason,
    )


def known_within(number: str, by: "User | None", other_than: Person | None = None) -> Person | None:
    """The person with this number whom the user may see."""
    if not number:
        return None
    people = Person.objects.visible_to(by) if by else Person.objects.all()
    found = people.current().filter(id_code=number).order_by("pk")
    return (found.exclude(pk=other_than.pk) if other_than else found).first()


def _refuse_known(
    values: dict[str, Any], by: "User | None", other_than: Person | None = None
) -> None:
    if values.get("paper") == Paper.NONE:
        return
    found = known_within(values.get("id_number", ""), by, other_than)
    if found:
        raise AlreadyThere(found)
