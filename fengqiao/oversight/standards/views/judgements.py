"""Judgements as a list, the newest as the first page, and judging anew."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from fengqiao.kernel.accounts.gates import FORM, needs
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.ui.paging import page_of
from fengqiao.oversight.standards import tasks
from fengqiao.oversight.standards.forms import JudgeForm
from fengqiao.oversight.standards.models import Judgement
from fengqiao.oversight.standards.permissions import JUDGE, SEE


@needs(SEE)
def overview(request: HttpRequest) -> HttpResponse:
    """The newest judgement; without one, what to do first."""
    newest = Judgement.objects.visible_to(request.user).only("pk").first()
    if newest:
        return redirect("standards:city", newest.pk)
    return render(request, "standards/first.html", {"form": JudgeForm()})


@needs(SEE)
def judgements(request: HttpRequest) -> HttpResponse:
    """All judgements, the newest first."""
    rows = Judgement.objects.visible_to(request.user).select_related("by").defer("about")
    return render(
        request, "standards/judgements.html", {"page": page_of(request, rows), "form": JudgeForm()}
    )


@needs(JUDGE, FORM)
def judge(request: HttpRequest) -> HttpResponse:
    """Judge all offices on a day; the work is done by the worker."""
    posted = request.method == "POST"
    form = JudgeForm(request.POST) if posted else JudgeForm()
    if posted and form.is_valid():
        job = tasks.start_judging(
            standard=form.cleaned_data["standard"], on=form.cleaned_data["on"], by=user_of(request)
        )
        return redirect(job)
    status = 400 if posted else 200
    return render(request, "standards/judge.html", {"form": form}, status=status)
