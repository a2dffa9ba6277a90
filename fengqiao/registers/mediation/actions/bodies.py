"""A committee or a studio is set up, changes, begins another term, is made known, and ends."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.recording import record
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.mediation.accounts import follow
from fengqiao.registers.mediation.actions.common import put, refuse_day
from fengqiao.registers.mediation.casework import casework
from fengqiao.registers.mediation.conditions import end_of_tenure
from fengqiao.registers.mediation.enums import BodyKind, End
from fengqiao.registers.mediation.models import Body, Seat, Tenure

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


@transaction.atomic
def found(
    *,
    office: Area,
    kind: BodyKind | str,
    name: str,
    on: date,
    by: "User | None",
    parent: Body | None = None,
    multi_ethnic: bool = False,
    minority_member: bool = False,
) -> Body:
    """It is there from the day on; of a committee the first term begins with it."""
    refuse_day(on)
    _refuse_name(office, name)
    if parent is not None and (kind != BodyKind.STUDIO or parent.office_id != office.pk):
        raise InputRefused(_("只有调解工作室有所属的调委会,而且应在同一个司法所。"))
    body = Body.objects.create(
        office=office,
        kind=kind,
        name=name,
        parent=parent,
        began_on=on,
        multi_ethnic=multi_ethnic,
        minority_member=minority_member,
    )
    if body.is_committee:
        Tenure.objects.create(body=body, begins_on=on, ends_on=end_of_tenure(on))
    _record("founded", body, by, on=on.isoformat(), name=name, kind=body.get_kind_display())
    return body


@transaction.atomic
def change(*, body: Body, values: dict[str, Any], by: "User") -> None:
    """Other values of it: name, parent, what it declares."""
    current = _locked(body)
    if values.get("name", current.name) != current.name:
        _refuse_name(current.office, values["name"])
    changed = put(current, values)
    if not changed:
        raise InputRefused(_("没有改动任何一项。"))
    current.save()
    _record("changed", current, by, name=current.name, changed=changed)


@transaction.atomic
def renew(*, body: Body, on: date, stay: Collection[Seat], by: "User | None") -> Tenure:
    """The next term begins: those who `stay` were elected or engaged again, the others leave."""
    current = _locked(body)
    last = current.tenures.first()
    refuse_day(on, last.begins_on if last else current.began_on)
    if not current.is_committee:
        raise InputRefused(_("调解工作室没有届,不用换届。"))
    if last is not None:
        if last.begins_on == on:
            raise InputRefused(_("本届就是从这一天开始的。"))
        last.ends_on = min(last.ends_on, on)
        last.save(update_fields=["ends_on"])
    made = Tenure.objects.create(body=current, begins_on=on, ends_on=end_of_tenure(on))
    leaving = current.seats.on(on).filter(ends_on=None).exclude(pk__in=[one.pk for one in stay])
    _let_go(leaving, on, End.TERM, by)
    _record("renewed", current, by, on=on.isoformat())
    return made


@transaction.atomic
def file(*, tenure: Tenure, values: Mapping[str, date | None], by: "User | None") -> None:
    """When the term was announced, reported to the bureau, told to the court (人民调解法 10)."""
    for day in filter(None, values.values()):
        refuse_day(day, tenure.body.began_on)
    changed = put(tenure, dict(values))
    if not changed:
        raise InputRefused(_("没有改动任何一项。"))
    tenure.save()
    _record("filed", tenure.body, by, changed=changed)


@transaction.atomic
def close(*, body: Body, on: date, why: str, by: "User") -> None:
    """It is no longer there from the day on. Nothing may be left in it: cases are passed on first."""
    current = _locked(body)
    refuse_day(on, current.began_on)
    if number := casework().open_in(current):
        words = _("还有%(number)d件没有办结的纠纷,请先办结或者移交其他调解组织。")
        raise InputRefused(words % {"number": number})
    if current.studios.filter(ended_on=None).exists():
        raise InputRefused(_("还有所属的调解工作室,请先撤销或者改属其他调委会。"))
    current.ended_on, current.end_reason = on, why
    current.save()
    _let_go(current.seats.filter(ends_on=None), on, End.MOVED, by)
    _record("closed", current, by, on=on.isoformat(), why=why)


def _let_go(seats: Any, on: date, end: End, by: "User | None") -> None:
    for seat in seats.select_related("mediator__office"):
        seat.ends_on, seat.end = max(on, seat.begins_on), end
        seat.save(update_fields=["ends_on", "end"])
        follow(seat.mediator, on=on, by=by)


def _locked(body: Body) -> Body:
    """Refused for one that is no longer there: nothing of it changes any more."""
    rows = Body.objects.select_for_update(of=("self",)).select_related("office")
    found: Body = rows.get(pk=body.pk)
    if found.ended_on is not None:
        raise InputRefused(_("这个调解组织已经撤销。"))
    return found


def _refuse_name(office: Area, name: str) -> None:
    if Body.objects.filter(office=office, name=name, ended_on=None).exists():
        raise InputRefused(_("本所已有同名的调解组织。"))


def _record(act: str, body: Body, by: "User | None", **details: Any) -> None:
    name = f"mediation.{act}"
    record(name, by=by, subject=body, area=body.office, label=body.name, **details)
