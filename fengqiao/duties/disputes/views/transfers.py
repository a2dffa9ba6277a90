"""Disputes that offices send each other: what came, what went, and the answer."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.forms.act import ActForm
from fengqiao.duties.disputes.forms.transferring import ANSWERS
from fengqiao.duties.disputes.models import Transfer
from fengqiao.duties.disputes.models.dispute import RECEIVE
from fengqiao.duties.disputes.shown import sent
from fengqiao.duties.disputes.views.common import private
from fengqiao.duties.disputes.workflow import PROCEDURE
from fengqiao.kernel.accounts.gates import FORM
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.workflow.offers import Offer, offers
from fengqiao.kernel.workflow.refusals import Unmet
from fengqiao.lib.faults import InputRefused

LATEST = 50


@private(RECEIVE)
def transfers(request: HttpRequest) -> HttpResponse:
    """First what waits for an answer of ours; number, kind and days, nobody's name."""
    user = user_of(request)
    rows = Transfer.objects.visible_to(user).select_related("dispute", "to")
    waiting = sent(rows.waiting())
    came = [one for one in waiting if user.can(RECEIVE, one.row.to)]
    context = {
        "came": came,
        "went": [one for one in waiting if one not in came],
        "answered": sent(rows.exclude(outcome="")[:LATEST]),
        "day": timezone.localdate(),
    }
    return render(request, "disputes/transfers.html", context)


@private(RECEIVE, FORM)
def answer(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    """Taken or sent back, by the office to which it was sent."""
    user = user_of(request)
    rows = Transfer.objects.visible_to(user).select_related("dispute__office", "to")
    found = get_object_or_404(rows, pk=pk)
    if act not in ANSWERS:
        raise Http404
    case = found.dispute
    form = ANSWERS[act](request.POST or None, case=case)
    offer = _offered(found, act, user)
    if request.method != "POST":
        if offer is None:
            messages.error(request, _("这件移送现在不由您答复。"))
            return redirect("disputes:transfers")
    elif form.is_valid() and _answered(request, found, act, form):
        messages.success(request, _("已办理。"))
        return redirect("disputes:transfers")
    context: dict[str, Any] = {
        "transfer": found,
        "form": form,
        "title": offer.label if offer else _("答复移送"),
    }
    return render(request, "disputes/answer.html", context, status=400 if form.errors else 200)


def _offered(found: Transfer, act: str, user: User) -> Offer | None:
    offered = offers(PROCEDURE, found.dispute, user) if not found.outcome else []
    return next((one for one in offered if one.act == act), None)


def _answered(request: HttpRequest, found: Transfer, act: str, form: ActForm) -> bool:
    given = dict(form.cleaned_data)
    seen, by = given.pop("seen"), user_of(request)
    try:
        actions.act(case=found.dispute, name=act, given=given, by=by, seen=seen)
    except Unmet as unmet:
        form.refuse(unmet.guard.name, unmet.message)
    except InputRefused as refused:
        form.refuse("", refused.message)
    else:
        return True
    return False
