"""Judgements as a list, the newest as the first page, and judging anew."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.ui.paging import page_of
from fengqiao.oversight.standards import tasks
from fengqiao.oversight.standards.forms import JudgeForm
from fengqiao.oversight.standards.models import Judgement


@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """The newest judgement; without one, what to do first."""
    newest = Judgement.objects.visible_to(request.user).only("pk").first()
    if newest:
        return redirect("standards:city", newest.pk)
    return render(request, "standards/first.html", {"form": JudgeForm()})


@require_GET
def judgements(request: HttpRequest) -> HttpResponse:
    """All judgements, the newest first."""
    rows = Judgement.objects.visible_to(request.user).select_related("by").defer("about")
    return render(
        request, "standards/judgements.html", {"page": page_of(request, rows), "form": JudgeForm()}
    )


@require_http_methods(["GET", "POST"])
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
