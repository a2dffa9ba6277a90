"""Requests of persons about their own data."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.gates import ACT, FORM
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.deadlines.models import Term
from fengqiao.kernel.ui.paging import page_of
from fengqiao.kernel.ui.papers import paper
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.people import requesting
from fengqiao.registers.people.enums import RequestKind, RequestState
from fengqiao.registers.people.forms.request import AskForm, DecideForm
from fengqiao.registers.people.models import Request
from fengqiao.registers.people.own_data import own_data
from fengqiao.registers.people.permissions import ASK, DECIDE
from fengqiao.registers.people.views.common import person_or_404, private, standing

PDF = "application/pdf"


def request_or_404(request: HttpRequest, pk: int) -> Request:
    """The request, if the user may see it; refused to who may not decide on it."""
    rows = Request.objects.visible_to(request.user).select_related("person", "area", "decided_by")
    found: Request = get_object_or_404(rows, pk=pk)
    if not user_of(request).can(request.right, found.area):  # type: ignore[attr-defined]
        raise PermissionDenied
    return found


@private(ASK)
def requests(request: HttpRequest) -> HttpResponse:
    """Open ones first, the oldest on top; then those that were answered."""
    rows = Request.objects.visible_to(request.user).select_related("person", "area")
    waiting = page_of(request, rows.open().order_by("asked_on", "pk"))
    answered = rows.exclude(state=RequestState.OPEN).order_by("-decided_on", "-pk")[:50]
    terms = {term.subject_id: term for term in _terms(request, [row.pk for row in waiting.rows])}
    context = {
        "page": waiting,
        "waiting": [(row, terms.get(row.pk)) for row in waiting.rows],
        "answered": answered,
        "day": timezone.localdate(),
    }
    return render(request, "people/requests.html", context)


@private(ASK, FORM)
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """A person at the counter asks."""
    found = person_or_404(request, pk)
    form = AskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        area = standing(request, found).area
        try:
            made = requesting.ask(person=found, area=area, by=user_of(request), **form.values())
            messages.success(request, _("已受理。"))
            return redirect(made)
        except InputRefused as refused:
            form.add_error("asked_on", refused.message)
    context = {"person": found, "form": form}
    return render(request, "people/ask.html", context, status=400 if form.errors else 200)


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
        messages.error(request, refused.message)
        return redirect(found)
    made = paper("people/papers/own_data.html", request=found, data=own_data(found))
    return _file(made, _("个人信息报告(%d).pdf") % found.pk)


@private(DECIDE, FORM)
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Granted or refused, with the reason that the person will read."""
    found = request_or_404(request, pk)
    form = DecideForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        act = (
            requesting.grant
            if form.cleaned_data["state"] == RequestState.GRANTED
            else requesting.refuse
        )
        try:
            act(request=found, decision=form.cleaned_data["decision"], by=user_of(request))
            messages.success(request, _("已办结,可以打印答复。"))
            return redirect(found)
        except InputRefused as refused:
            form.add_error(None, refused.message)
    context = {"asked": found, "form": form}
    return render(request, "people/decide.html", context, status=400 if form.errors else 200)


@private(ASK)
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """The answer on paper: what was decided, why, and what remedy there is."""
    found = request_or_404(request, pk)
    if found.state == RequestState.OPEN or found.erased_on:
        gone = _("保存期限届满,答复已销毁。")
        messages.error(request, gone if found.erased_on else _("这件请求还没有办结。"))
        return redirect(found)
    return _file(paper("people/papers/answer.html", request=found), _("答复(%d).pdf") % found.pk)


def _page(request: HttpRequest, found: Request) -> HttpResponse:
    user = user_of(request)
    is_open = found.state == RequestState.OPEN
    context: dict[str, Any] = {
        "asked": found,
        "term": next(iter(_terms(request, [found.pk])), None),
        "day": timezone.localdate(),
        "is_open": is_open,
        "may_copy": found.kind == RequestKind.COPY
        and found.state != RequestState.REFUSED
        and not found.erased_on,
        "may_decide": is_open and user.can(DECIDE, found.area),
    }
    return render(request, "people/request.html", context)


def _terms(request: HttpRequest, pks: list[int]) -> list[Term]:
    """Of these requests, by the right to see requests: a term names nobody."""
    kind = Request._meta.label_lower
    return list(Term.objects.visible_to(request.user).filter(subject_kind=kind, subject_id__in=pks))


def _file(made: bytes, name: str) -> HttpResponse:
    response = HttpResponse(made, content_type=PDF)
    said = content_disposition_header(as_attachment=True, filename=name)
    response["Content-Disposition"] = said or ""
    return response
