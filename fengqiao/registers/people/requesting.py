"""What becomes of a request: registered with its term, answered with a copy, granted or refused."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.deadlines import terms
from fengqiao.kernel.deadlines.models import Term
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.people.enums import RequestKind, RequestState
from fengqiao.registers.people.models import Person, Request

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

RULE, TERM = "PRV-19", "people.request"


@transaction.atomic
def ask(
    *,
    person: Person,
    area: Area,
    kind: str,
    asker: str,
    asker_name: str,
    wanted: str,
    asked_on: date,
    by: "User",
) -> Request:
    """The request and the term in which it is to be answered."""
    if asked_on > timezone.localdate():
        raise InputRefused(_("请求日期不能晚于今天。"))
    made = Request.objects.create(
        person=person,
        area=area,
        kind=kind,
        asker=asker,
        asker_name=asker_name,
        wanted=wanted,
        asked_on=asked_on,
        made_by=by,
    )
    terms.start(
        made,
        TERM,
        title=_("答复个人信息请求"),
        length=terms.length_by(RULE, asked_on),
        on=asked_on,
        area=area,
        owner=by,
        by=by,
        url=made.get_absolute_url(),
    )
    for subject in (made, person):
        record("people.asked", by=by, subject=subject, area=area, kind=str(RequestKind(kind).label))
    return made


@transaction.atomic
def hand_out(*, request: Request, by: "User") -> Request:
    """The copy is made: all that is kept is opened for the person. The first one answers the
    request; it can be printed again."""
    request = _locked(request)
    if request.erased_on:
        raise InputRefused(_("保存期限届满,内容已销毁。"))
    if request.kind != RequestKind.COPY or request.state == RequestState.REFUSED:
        raise InputRefused(_("只有查阅、复制的请求,才出具个人信息报告。"))
    for subject in (request, request.person):
        record("people.copied", by=by, subject=subject, area=request.area)
    if request.state == RequestState.OPEN:
        _decide(request, RequestState.GRANTED, _("已出具个人信息报告。"), by)
    return request


@transaction.atomic
def grant(*, request: Request, decision: str, by: "User") -> Request:
    """A correction that was made in the record since it was asked for."""
    request = _open(request)
    if request.kind != RequestKind.CORRECT:
        raise InputRefused(_("查阅、复制的请求,出具个人信息报告即办结。"))
    changed = Entry.objects.about(request.person).filter(
        act="people.changed", at__gte=request.made_at
    )
    if not changed.exists():
        raise InputRefused(_("档案还没有更正。请先修改档案,再办结。"))
    return _decide(request, RequestState.GRANTED, decision, by)


@transaction.atomic
def refuse(*, request: Request, decision: str, by: "User") -> Request:
    """With reasons; the answer names the remedy (50)."""
    return _decide(_open(request), RequestState.REFUSED, decision, by)


def _locked(request: Request) -> Request:
    rows = Request.objects.select_for_update(of=("self",)).select_related("person", "area")
    found: Request = rows.get(pk=request.pk)
    return found


def _open(request: Request) -> Request:
    found = _locked(request)
    if found.state != RequestState.OPEN:
        raise InputRefused(_("这件请求已经办结。"))
    return found


def _decide(request: Request, state: RequestState, decision: str, by: "User") -> Request:
    today = timezone.localdate()
    request.state, request.decision = state, decision
    request.decided_on, request.decided_by = today, by
    request.save()
    for term in Term.objects.about(request).open():
        terms.meet(term, on=today, by=by)
    record("people.answered", by=by, subject=request, area=request.area, state=str(state.label))
    return request
