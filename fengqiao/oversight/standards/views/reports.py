"""The report of a judgement: ordered here, written by the worker, downloaded when it is there."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.gates import FORM, needs
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.audit.watching import nothing_done
from fengqiao.oversight.standards import tasks
from fengqiao.oversight.standards.models import Judgement
from fengqiao.oversight.standards.permissions import JUDGE, SEE
from fengqiao.oversight.standards.reporting import FORMS, file_name, path_of
from fengqiao.oversight.standards.views.places import whole_or_404


@needs(JUDGE, FORM)
def order(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose a form; what is written already opens at once."""
    kept = whole_or_404(request, pk)
    if kept.withdrawn_at:
        return _no_longer(request, kept)
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
    if kept.withdrawn_at:
        return _no_longer(request, kept)
    if form not in FORMS or not path_of(kept, form).exists():
        raise Http404
    return FileResponse(
        path_of(kept, form).open("rb"),
        as_attachment=True,
        filename=file_name(kept, form),
        content_type=FORMS[form].mime,
    )


def _no_longer(request: HttpRequest, kept: Judgement) -> HttpResponse:
    """A report bears no mark of the withdrawal, so it must not go out once more."""
    nothing_done()
    messages.error(request, _("本次评定已作废,不再提供报告。"))
    return redirect("standards:city", kept.pk)
