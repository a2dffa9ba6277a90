"""The papers of a case: made by hand, and handed out as they were issued."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from fengqiao.duties.disputes.forms.papers import PAPER_FORMS, PaperForm
from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.papers import by_hand, hand_out, make, paper_of
from fengqiao.duties.disputes.permissions import HANDLE, OPEN
from fengqiao.duties.disputes.views.common import dispute_or_404, private
from fengqiao.kernel.accounts.gates import FORM
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.documents.drawing import why_no_pdf
from fengqiao.kernel.files.models import StoredFile
from fengqiao.kernel.files.serving import serve

KINDS = ("pdf", "word")


@private(OPEN)
def paper(request: HttpRequest, pk: int, paper: int, kind: str) -> HttpResponseBase:
    """A copy of what was issued, with its number as an export; the values stand in it as they are."""
    case = dispute_or_404(request, pk)
    found = paper_of(case, paper)
    if found is None or kind not in KINDS:
        raise Http404
    stored = found.pdf if kind == "pdf" else found.word
    if stored is None:
        why = why_no_pdf(found) if found.is_drawn else ""
        messages.info(request, why or _("文书正在生成,请过一会儿再打开。"))
        return redirect(case)
    return given_out(request, case, stored, label=str(found))


def given_out(
    request: HttpRequest, case: Dispute, stored: StoredFile, *, label: str
) -> HttpResponseBase:
    """The file as a copy that leaves the system, its number in its name."""
    taken = hand_out(case=case, label=label, by=user_of(request), purpose=_("办理本案"))
    answer = serve(request, stored)
    stem, _dot, ending = stored.name.rpartition(".")
    name = f"{stem} {taken.number}.{ending}"
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return answer


@private(HANDLE, FORM)
def make_paper(request: HttpRequest, pk: int, document: str) -> HttpResponse:
    """One of those that no act makes; what no record holds is typed here and stands on it alone."""
    case = dispute_or_404(request, pk)
    row = next((one for one in by_hand(case) if one.name == document), None)
    if row is None:
        raise Http404
    form = PAPER_FORMS.get(document, PaperForm)(request.POST or None, case=case)
    if request.method == "POST" and form.is_valid():
        make(case=case, document=row, by=user_of(request), extra=form.values())
        messages.success(request, _("%(title)s已制作。") % {"title": row.title})
        return redirect(case)
    context = {"case": case, "form": form, "title": _("制作%(title)s") % {"title": row.title}}
    return render(request, "disputes/act.html", context, status=400 if form.errors else 200)
