"""Who was not let in is recorded, from one place for all pages: the answer that leaves the system.

A row outside one's area and a row that is not there look alike from outside, and are recorded alike.
"""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from fengqiao.kernel.accounts.gates import right_of
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.accounts.rights import OWN, PUBLIC
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.audit.whose import area_of

MOST, WITHIN = 60, timedelta(hours=1)  # of one person: who tries every number floods nothing
FORBIDDEN, ABSENT = 403, 404
ACTS = {FORBIDDEN: "audit.refused", ABSENT: "audit.not_there"}


def note_refusal(request: HttpRequest, answer: HttpResponseBase) -> None:
    """Record the answer, if it refuses a signed-in person what he asked for."""
    user = getattr(request, "user", None)
    if answer.status_code in ACTS and isinstance(user, User) and _is_refusal(request, answer):
        refuse(user, answer.status_code, right=_right(request), address=request.path)


def refuse(user: User, status: int, *, right: str = "", address: str = "") -> None:
    """One entry; `address` comes without its query, which may quote what was searched for. The
    last one that an hour holds says that there may have been more."""
    before = _lately(user)
    if before < MOST - 1:
        details: dict[str, Any] = {"address": address[:300]} | ({"right": right} if right else {})
        record(ACTS[status], by=user, area=area_of(user), **details)
    elif before == MOST - 1:
        record("audit.refused_often", by=user, area=area_of(user), count=MOST)


def _is_refusal(request: HttpRequest, answer: HttpResponseBase) -> bool:
    """Not a form that was open for too long, nor an address that no page ever had."""
    if answer.status_code == FORBIDDEN:
        return not getattr(request, "form_expired", False)
    match = request.resolver_match
    return match is not None and bool(match.kwargs)


def _lately(user: User) -> int:
    acts = [*ACTS.values(), "audit.refused_often"]
    rows = Entry.objects.filter(by=user, at__gt=timezone.now() - WITHIN, act__in=acts)
    return rows.order_by()[:MOST].count()


def _right(request: HttpRequest) -> str:
    right = right_of(request.resolver_match.func) if request.resolver_match else None
    return "" if right in (None, OWN, PUBLIC) else str(right)
