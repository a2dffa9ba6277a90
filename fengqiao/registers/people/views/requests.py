"""Requests of persons about their own data."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.gates import ACT, FORM
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.audit.watching import nothing_done
from fengqiao.kernel.ui.acting import Made, act_page
from fengqiao.kernel.ui.paging import page_of
from fengqiao.kernel.ui.papers import printed
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.people import requesting
from fengqiao.registers.people.enums import RequestKind, RequestState
from fengqiao.registers.people.forms.request import AskForm, DecideForm
from fengqiao.registers.people.models import Request
from fengqiao.registers.people.own_data import own_data
from fengqiao.registers.people.permissions import ASK, DECIDE
from fengqiao.registers.people.views.common import person_or_404, private, standing
from fengqiao.registers.protection.beside import open_terms


def request_or_404(request: HttpRequest, pk: int) -> Request:
    """The request, if the user may see it; refused to who may not decide on it."""
    rows = Request.objects.visible_to(request.user).select_related("person", "area", "decided_by")
    found: Request = get_object_or_404(rows, pk=pk)
    if not user_of(request).can(request.right, found.area):  # type: ignore[attr-defined]
        raise PermissionDenied
    return found


@private(ASK)
def requests(request: HttpRequest) -> HttpResponse:
    """Open ones first, the oldest on top; then those that were answered, the last on top."""
    decided = F("decided_on").desc(nulls_first=True)
    rows = Request.objects.visible_to(request.user).order_by(decided, "asked_on", "pk")
    page = page_of(request, rows)
    terms = open_terms(Request, [row.pk for row in page.rows])
    context = {
        "page": page,
        "rows": [(row, terms.get(row.pk)) for row in page.rows],
        "day": timezone.localdate(),
    }
    return render(request, "people/requests.html", context)


@private(ASK, FORM)
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """A person at the counter asks."""
    found = person_or_404(request, pk)
    form = AskForm(request.POST or None)

    def act() -> Made:
        area = standing(request, found).area
        made = requesting.ask(person=found, area=area, by=user_of(request), **form.values())
        return Made(_("已受理。"), made)

    page: dict[str, Any] = {"template": "people/ask.html", "person": found}
    return act_page(request, form, act, back=found, at="asked_on", **page)


@private(ASK)
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """A request, its term, and what may be done."""
    found = request_or_404(request, pk)
    return _page(request, found)


@private(ASK, ACT)
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    """The report of all that is kept, as PDF; making it is recorded and answers the request."""
    found = request_or_404(request, pk)
    try:
        found = requesting.hand_out(request=found, by=user_of(request))
    except InputRefused as refused:
        nothing_done()
        messages.error(request, refused.message)
        return redirect(found)
    name = _("个人信息报告(%d)") % found.pk
    return printed("people/papers/own_data.html", name, request=found, data=own_data(found))


@private(DECIDE, FORM)
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Granted or refused, with the reason that the person will read."""
    found = request_or_404(request, pk)
    form = DecideForm(request.POST or None)

    def act() -> str:
        granted = form.cleaned_data["state"] == RequestState.GRANTED
        decide = requesting.grant if granted else requesting.refuse
        decide(request=found, decision=form.cleaned_data["decision"], by=user_of(request))
        return _("已办结,可以打印答复。")

    page: dict[str, Any] = {"template": "people/decide.html", "asked": found}
    return act_page(request, form, act, back=found, **page)


@private(ASK)
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """The answer on paper: what was decided, why, and what remedy there is."""
    found = request_or_404(request, pk)
    if found.state == RequestState.OPEN or found.erased_on:
        gone = _("保存期限届满,答复已销毁。")
        messages.error(request, gone if found.erased_on else _("这件请求还没有办结。"))
        return redirect(found)
    return printed("people/papers/answer.html", _("答复(%d)") % found.pk, request=found)


def _page(request: HttpRequest, found: Request) -> HttpResponse:
    user = user_of(request)
    is_open = found.state == RequestState.OPEN
    context: dict[str, Any] = {
        "asked": found,
        "term": open_terms(Request, [found.pk]).get(found.pk),
        "day": timezone.localdate(),
        "is_open": is_open,
        "may_copy": found.kind == RequestKind.COPY
        and found.state != RequestState.REFUSED
        and not found.erased_on,
        "may_decide": is_open and user.can(DECIDE, found.area),
    }
    return render(request, "people/request.html", context)
