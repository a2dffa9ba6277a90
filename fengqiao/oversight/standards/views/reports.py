"""The report of a judgement: ordered here, written by the worker, downloaded when it is there."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from fengqiao.kernel.accounts.gates import FORM, needs, reached
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.oversight.standards import tasks
from fengqiao.oversight.standards.models import Judgement
from fengqiao.oversight.standards.permissions import JUDGE, SEE
from fengqiao.oversight.standards.reporting import FORMS, file_name, path_of
from fengqiao.oversight.standards.views.places import kept_or_404


def whole_or_404(request: HttpRequest, pk: int) -> Judgement:
    """The judgement, whose report speaks of all its offices: refused to who reaches only some."""
    kept = kept_or_404(request, pk)
    if kept.area:
        reached(request, kept.area)
    return kept


@needs(JUDGE, FORM)
def order(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose a form; what is written already opens at once."""
    kept = whole_or_404(request, pk)
    form = request.POST.get("form", "")
    if request.method == "POST" and form in FORMS:
        if path_of(kept, form).exists():
            tasks.record_order(kept, form, by=user_of(request))
            return redirect("standards:download", pk, form)
        return redirect(tasks.start_report(kept, form, by=user_of(request)))
    context = {"judgement": kept, "forms": [(name, one.label) for name, one in FORMS.items()]}
    return render(
        request, "standards/report.html", context, status=400 if request.method == "POST" else 200
    )


@needs(SEE)
def download(request: HttpRequest, pk: int, form: str) -> HttpResponseBase:
    """The file; 404 until it is written."""
    kept = whole_or_404(request, pk)
    if form not in FORMS or not path_of(kept, form).exists():
        raise Http404
    return FileResponse(
        path_of(kept, form).open("rb"),
        as_attachment=True,
        filename=file_name(kept, form),
        content_type=FORMS[form].mime,
    )
