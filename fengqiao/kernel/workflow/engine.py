"""The one engine that changes a state. Each act is one transaction: the row of the case is locked,
right, version, state and guards are asked, then columns, timeline, trail, terms, papers and
notices are written; all of it or nothing.

Notices are rows of the same transaction: they are read after it is committed, or never were.
"""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.documents.issuing import issue_of_act, void_of_act
from fengqiao.kernel.notices.models import Kind
from fengqiao.kernel.notices.sending import notify
from fengqiao.kernel.workflow.refusals import NotNow, Overtaken, Refused, Unmet
from fengqiao.kernel.workflow.tables import TAKE_BACK, Given, Guard, Procedure, Said, Transition
from fengqiao.kernel.workflow.terms import extend, settle

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

UNTOUCHED = {"id", "state", "version", "owner"}  # what taking back an act does not set back


@transaction.atomic
def begin(
    procedure: Procedure, case: Any, *, by: "User | None", given: Given, on: date | None = None
) -> Any:
    """The first act: the case, not yet saved, is there from now on. Its event."""
    row = procedure.first
    if by is not None and not by.can(row.right, case.area):
        raise PermissionDenied  # a case that is not there yet is nobody's own
    _ask(row.wants, case, given)
    case.state, case.version = row.target, 1
    said = row.write(case, given)
    case.save()
    return _leave(procedure, row, case, by=by, on=on or timezone.localdate(), said=said, state="")


@transaction.atomic
def perform(
    procedure: Procedure,
    case: Any,
    act: str,
    *,
    by: "User | None",
    given: Given,
    on: date | None = None,
    seen: int | None = None,
    permitted_already: bool = False,
) -> Any:
    """An act on a case; its event, whose `case` is as it stands now.

    `on` is the day on which it was done, `seen` the version that the actor looked at. Refused (with
    nothing written) where somebody was first, where the state or a guard forbids it, or where the
    day lies in the future or before what is on record; PermissionDenied without the right, unless the
    caller asked another one (`permitted_already`).
    """
    current = _locked(case)
    if not permitted_already:
        _permit(procedure.named(act)[0], current, by)
    _refuse_overtaken(procedure, current, seen)
    row = procedure.row(act, current)
    if row is None:
        raise NotNow(procedure, procedure.named(act)[0], current, _last(procedure, current))
    day = _day(current, on)
    _ask(row.needs, current)
    _ask(row.wants, current, given)
    state, before = current.state, _columns(current)
    said = row.write(current, given)
    current.state = row.target or current.state
    changed = {name: value for name, value in before.items() if getattr(current, name) != value}
    extend(current, row.extends, given, on=day, by=by)
    return _save_and_leave(
        procedure,
        row,
        current,
        by=by,
        on=day,
        said=said,
        state=state,
        before=changed if row.reversible else None,
    )


@transaction.atomic
def take_back(
    procedure: Procedure, case: Any, *, by: "User | None", reason: str, seen: int | None = None
) -> Any:
    """The last act that can be was a mistake: columns and state are as before it, both acts stay in
    the timeline. The event of the correction."""
    current, row = _locked(case), procedure.taking_back
    _permit(row, current, by)
    _refuse_overtaken(procedure, current, seen)
    mistaken = last_reversible(procedure, current)
    if mistaken is None:
        raise Refused(_("没有可以撤销的办理。"))
    if not reason.strip():
        raise Refused(_("请写明撤销的理由。"))
    state = current.state
    _set_back(current, mistaken)
    event = _save_and_leave(
        procedure,
        row,
        current,
        by=by,
        on=timezone.localdate(),
        said={_("理由"): reason.strip()},
        state=state,
    )
    void_of_act(procedure.documents, case, mistaken)
    mistaken.taken_back_by = event
    mistaken.save(update_fields=["taken_back_by"])
    return event


def last_reversible(procedure: Procedure, case: Any) -> Any:
    """What a correction would take back; none where the last such act was taken back already and
    nothing stands before it."""
    events = procedure.event.objects.filter(case=case, before__isnull=False, taken_back_by=None)
    return events.select_related("by").order_by("-pk").first()


def permitted(row: Transition, case: Any, user: "User") -> bool:
    """Whether the user holds the right where the act belongs, or holds it and the case is his own."""
    if user.can(row.right, row.where(case)):
        return True
    return user.can(row.right) and case.is_own(user, row.right)


def _permit(row: Transition, case: Any, by: "User | None") -> None:
    if by is not None and not permitted(row, case, by):
        raise PermissionDenied


def _locked(case: Any) -> Any:
    return type(case).objects.select_for_update().get(pk=case.pk)


def _last(procedure: Procedure, case: Any) -> Any:
    return procedure.event.objects.filter(case=case).select_related("by").order_by("-pk")[0]


def _refuse_overtaken(procedure: Procedure, case: Any, seen: int | None) -> None:
    if seen is not None and seen != case.version:
        raise Overtaken(procedure, _last(procedure, case))


def _ask(guards: Iterable[Guard], case: Any, *given: Given) -> None:
    for guard in guards:
        if applies(guard, case) and not guard.holds(case, *given):
            raise Unmet(guard)


def applies(guard: Guard, case: Any) -> bool:
    return not guard.kinds or case.kind in guard.kinds


def _day(case: Any, on: date | None) -> date:
    today = timezone.localdate()
    day = on or today
    if day > today:
        raise Refused(_("日期不能晚于今天。"))
    if on is not None and day < case.latest_on:
        raise Refused(_("日期不能早于上一步的%(day)s。") % {"day": case.latest_on.isoformat()})
    return day


def _columns(case: Any) -> dict[str, Any]:
    names = [field.attname for field in case._meta.concrete_fields]
    return {
        name: getattr(case, name) for name in names if name.removesuffix("_id") not in UNTOUCHED
    }


def _set_back(case: Any, event: Any) -> None:
    fields = {field.attname: field for field in case._meta.concrete_fields}
    for name, value in event.before.items():
        setattr(case, name, fields[name].to_python(value))
    case.state = event.state_before


def _save_and_leave(procedure: Procedure, row: Transition, case: Any, **left: Any) -> Any:
    case.version += 1
    case.save()
    return _leave(procedure, row, case, **left)


def _leave(
    procedure: Procedure,
    row: Transition,
    case: Any,
    *,
    by: "User | None",
    on: date,
    said: Said,
    state: str,
    before: dict[str, Any] | None = None,
) -> Any:
    """Timeline, trail, terms, papers, notices."""
    event = procedure.event.objects.create(
        case=case,
        act=row.act,
        on=on,
        by=by,
        state_before=state,
        state_after=case.state,
        said={str(label): str(words) for label, words in said.items() if words},
        before=before,
    )
    record(f"{procedure.name}.{row.act}", by=by, subject=case, area=case.area, label=case.number)
    settle(procedure, case, act=row.act, on=on, by=by)
    issue_of_act(procedure.documents, case, event, by=by)
    for telling in row.tells:
        others = [user for user in telling.to(case) if by is None or user.pk != by.pk]
        notify(others, str(telling.text), telling.url(case), kind=Kind.ATTENTION)
    return event


__all__ = ["TAKE_BACK", "begin", "last_reversible", "perform", "permitted", "take_back"]
