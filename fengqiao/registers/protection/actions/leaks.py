"""A leak is reported, told of at once, followed up and closed."""

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.enums import BUREAUS, Role
from fengqiao.kernel.accounts.holders import holders, with_role
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.audit.watching import nothing_done
from fengqiao.kernel.deadlines import terms
from fengqiao.kernel.deadlines.models import Term
from fengqiao.kernel.notices.models import Kind
from fengqiao.kernel.notices.sending import notify
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.protection.enums import LeakState
from fengqiao.registers.protection.models import Leak
from fengqiao.registers.protection.permissions import HANDLE

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

RULE, TERM = "PRV-20", "protection.leak"
TOLD = (*BUREAUS, Role.DIRECTOR, Role.DISTRICT_ADMIN, Role.SYSTEM_ADMIN)


@transaction.atomic
def report(*, area: Area, by: "User", **values: Any) -> Leak:
    """Bureaus and administrators hear of it at once; the term in which authority and persons are to
    be told begins on the day on which it was found."""
    _check(values)
    made = Leak.objects.create(area=area, reported_by=by, **values)
    today, found_on = timezone.localdate(), timezone.localtime(made.found_at).date()
    handler = by if by.can(HANDLE, area) else holders(HANDLE, area, today).order_by("pk").first()
    terms.start(
        made,
        TERM,
        title=_("个人信息泄露:报告部门、通知本人"),
        length=terms.length_by(RULE, found_on),
        on=found_on,
        area=area,
        owner=handler or by,
        by=by,
        url=made.get_absolute_url(),
    )
    record("protection.leak_reported", by=by, subject=made, area=area)
    text = _("发生或者可能发生个人信息泄露、篡改、丢失,请立即处置。")
    told = with_role(TOLD, today, area).exclude(pk=by.pk)
    notify(told, text, made.get_absolute_url(), kind=Kind.ATTENTION)
    _meet_when_told(made, by)
    return made


@transaction.atomic
def follow_up(*, leak: Leak, by: "User", **values: Any) -> None:
    """What is known and done by now."""
    found = _locked(leak)
    new = [name for name, value in values.items() if getattr(found, name) != value]
    if not new:
        nothing_done()
        return
    _check(values)
    for name in new:
        setattr(found, name, values[name])
    found.save()
    fields = {field.name: str(field.verbose_name) for field in Leak._meta.concrete_fields}
    words = "、".join(fields[name] for name in new)
    record("protection.leak_followed", by=by, subject=found, area=found.area, fields=words)
    _meet_when_told(found, by)


@transaction.atomic
def close(*, leak: Leak, conclusion: str, by: "User") -> None:
    """Only once something was done against it and everybody was told."""
    found = _locked(leak)
    if not found.measures.strip():
        raise InputRefused(_("还没有写明采取的补救措施,不能结案(个人信息保护法第五十七条)。"))
    if not found.authority_told_on:
        raise InputRefused(_("还没有报告履行个人信息保护职责的部门,不能结案。"))
    if not (found.persons_told_on or found.why_not_told.strip()):
        raise InputRefused(_("还没有通知本人,也没有写明不通知的理由,不能结案。"))
    found.state, found.conclusion = LeakState.CLOSED, conclusion
    found.closed_by, found.closed_on = by, timezone.localdate()
    found.save()
    record("protection.leak_closed", by=by, subject=found, area=found.area)


def _check(values: dict[str, Any]) -> None:
    if values["found_at"] > timezone.now():
        raise InputRefused(_("发现时间不能晚于现在。"))
    found_on, today = timezone.localtime(values["found_at"]).date(), timezone.localdate()
    for name in ("authority_told_on", "persons_told_on"):
        day = values.get(name)
        if day and not found_on <= day <= today:
            raise InputRefused(_("报告、通知的日期应在发现之日以后、今天以前。"))


def _meet_when_told(leak: Leak, by: "User") -> None:
    if leak.is_told:
        for term in Term.objects.about(leak).open():
            terms.meet(term, on=timezone.localdate(), by=by)


def _locked(leak: Leak) -> Leak:
    found: Leak = (
        Leak.objects.select_for_update(of=("self",)).select_related("area").get(pk=leak.pk)
    )
    if found.state != LeakState.OPEN:
        raise InputRefused(_("这件事已经结案,不能再改。"))
    return found
