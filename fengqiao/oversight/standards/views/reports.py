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
from fengqiao.oversight.standards.forms import ReportForm
from fengqiao.oversight.standards.models import Judgement
from fengqiao.oversight.standards.permissions import JUDGE
from fengqiao.oversight.standards.reporting import FORMS, file_name, ordered, path_of
from fengqiao.oversight.standards.views.places import whole_or_404

ADDRESSEE = "report_addressee"  # in the session: the one that was typed last


@needs(JUDGE, FORM)
def order(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose a form; whoever orders a report gets one of his own, with the number of his export."""
    kept = whole_or_404(request, pk)
    if kept.withdrawn_at:
        return _no_longer(request, kept)
    posted = request.method == "POST"
    last = request.session.get(ADDRESSEE, "")
    asked = ReportForm(request.POST) if posted else ReportForm(initial={"addressee": last})
    if posted and asked.is_valid():
        form, addressee = asked.cleaned_data["form"], asked.cleaned_data["addressee"]
        request.session[ADDRESSEE] = addressee
        return redirect(tasks.start_report(kept, form, addressee, by=user_of(request)))
    context = {"judgement": kept, "form": asked, "forms": asked.fields["form"].choices}  # type: ignore[attr-defined]
    return render(request, "standards/report.html", context, status=400 if posted else 200)


@needs(JUDGE)
def download(request: HttpRequest, pk: int, form: str) -> HttpResponseBase:
    """The file, for who ordered it; 404 until it is written, and once it is erased."""
    kept = whole_or_404(request, pk)
    if kept.withdrawn_at:
        return _no_longer(request, kept)
    export = ordered(kept, request.GET.get("export", "-"), by=user_of(request))
    if form not in FORMS or export is None or not path_of(export, form).exists():
        raise Http404
    return FileResponse(
        path_of(export, form).open("rb"),
        as_attachment=True,
        filename=file_name(kept, form),
        content_type=FORMS[form].mime,
    )


def _no_longer(request: HttpRequest, kept: Judgement) -> HttpResponse:
    """A report bears no mark of the withdrawal, so it must not go out once more."""
    nothing_done()
    messages.error(request, _("本次评定已作废,不再提供报告。"))
    return redirect("standards:city", kept.pk)
