"""Judgements as a list, the newest as the first page, and judging anew."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.gates import FORM, needs
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.ui.acting import act_page
from fengqiao.kernel.ui.paging import page_of
from fengqiao.oversight.standards import tasks, withdrawing
from fengqiao.oversight.standards.forms import JudgeForm, WithdrawForm
from fengqiao.oversight.standards.models import Judgement
from fengqiao.oversight.standards.permissions import JUDGE, SEE
from fengqiao.oversight.standards.seen import newest_for
from fengqiao.oversight.standards.views.places import whole_or_404


@needs(SEE)
def overview(request: HttpRequest) -> HttpResponse:
    """The newest judgement; without one, what to do first."""
    newest = newest_for(user_of(request))
    if newest:
        return redirect("standards:city", newest.pk)
    return render(request, "standards/first.html", {"form": JudgeForm()})


@needs(SEE)
def judgements(request: HttpRequest) -> HttpResponse:
    """The judgements that stand, the newest first; or those that were withdrawn."""
    rows = Judgement.objects.visible_to(request.user).select_related("by", "area").defer("about")
    withdrawn = "withdrawn" in request.GET
    context = {
        "page": page_of(request, rows.withdrawn() if withdrawn else rows.current()),
        "withdrawn": withdrawn,
        "withdrawn_count": rows.withdrawn().count(),
    }
    return render(request, "standards/judgements.html", context)


def _asked(request: HttpRequest) -> dict[str, str]:
    """The day that the address suggests."""
    return {"on": request.GET["on"]} if request.GET.get("on") else {}


@needs(JUDGE, FORM)
def judge(request: HttpRequest) -> HttpResponse:
    """Judge all offices on a day; the work is done by the worker."""
    posted = request.method == "POST"
    form = JudgeForm(request.POST) if posted else JudgeForm(initial=_asked(request))
    if posted and form.is_valid():
        job = tasks.start_judging(
            standard=form.cleaned_data["standard"], on=form.cleaned_data["on"], by=user_of(request)
        )
        return redirect(job)
    status = 400 if posted else 200
    return render(request, "standards/judge.html", {"form": form}, status=status)


@needs(JUDGE, FORM)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a judgement out of use, with the reason."""
    kept = whole_or_404(request, pk)
    form = WithdrawForm(request.POST or None)

    def act() -> str:
        withdrawing.withdraw(kept, why=form.cleaned_data["why"], by=user_of(request))
        return _("评定已作废。")

    page: dict[str, Any] = {"template": "standards/withdraw.html", "judgement": kept}
    return act_page(request, form, act, back=reverse("standards:city", args=[pk]), **page)
