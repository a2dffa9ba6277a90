"""The agreement in rows: entered, checked, and shown as the text that is made from them."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.agreement import draft_of, lines
from fengqiao.duties.disputes.agreement.checks import CHECKS, checkup
from fengqiao.duties.disputes.forms.agreement import HeadForm, Rows, kept, rows_of, typed_rows
from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.permissions import HANDLE
from fengqiao.duties.disputes.views.common import dispute_or_404, gather, private
from fengqiao.duties.disputes.workflow import PROCEDURE
from fengqiao.kernel.accounts.gates import FORM
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.workflow.refusals import Overtaken
from fengqiao.lib import masks
from fengqiao.lib.faults import InputRefused


@private(HANDLE, FORM)
def agreement(request: HttpRequest, pk: int) -> HttpResponse:
    """The rows; only while the case is mediated."""
    case = dispute_or_404(request, pk)
    gather(case, user_of(request))
    if PROCEDURE.row("draft", case) is None:
        if request.method == "POST":
            head, rows = HeadForm(request.POST), rows_of(case, request.POST)
            head.add_error(None, _("只有调解中的纠纷才能起草协议。"))
            return _page(request, case, head, rows, 400)
        messages.error(request, _("只有调解中的纠纷才能起草协议。"))
        return redirect(case)
    if request.method == "POST":
        return _one_more(request, case) if "more" in request.POST else _kept(request, case)
    drafted = getattr(case, "drafted", None)
    names = ("facts", "extra", "total", "total_words")
    initial = {name: getattr(drafted, name) for name in names} if drafted else {}
    head = HeadForm(initial={**initial, "seen": case.version})
    return _page(request, case, head, rows_of(case, rows=_rows(case)))


def _rows(case: Dispute) -> list[dict[str, Any]]:
    return [kept(row) for row in case.obligations.all()]


def _one_more(request: HttpRequest, case: Dispute) -> HttpResponse:
    head = HeadForm(initial={name: request.POST.get(name, "") for name in HeadForm.base_fields})
    return _page(request, case, head, rows_of(case, rows=typed_rows(request.POST)))


def _kept(request: HttpRequest, case: Dispute) -> HttpResponse:
    head, rows = HeadForm(request.POST), rows_of(case, request.POST)
    if head.is_valid() and rows.is_valid():
        given = {"head": head.values(), "rows": rows.values()}
        seen, by = head.cleaned_data["seen"], user_of(request)
        try:
            actions.act(case=case, name="draft", given=given, by=by, seen=seen)
        except Overtaken as overtaken:
            head = _with_newest(request, case, overtaken.message)
        except InputRefused as refused:
            head.add_error(None, refused.message)
        else:
            messages.success(request, _("已保存。"))
            return redirect("disputes:agreement", case.pk)
    return _page(request, case, head, rows, 400)


def _with_newest(request: HttpRequest, case: Dispute, message: str) -> HeadForm:
    """What was typed, for who has now been told of what the other did."""
    typed = request.POST.copy()
    newest = Dispute.objects.visible_to(request.user).filter(pk=case.pk).first() or case
    typed["seen"] = str(newest.version)
    head = HeadForm(typed)
    head.add_error(None, message)
    return head


def _page(
    request: HttpRequest, case: Dispute, head: HeadForm, rows: Rows, status: int = 200
) -> HttpResponse:
    draft = draft_of(case)
    context = {
        "case": case,
        "head": head,
        "rows": rows,
        "lines": lines(case, masks.name) if draft.duties else [],
        "findings": checkup(draft) if draft.duties else None,
        "checks": len(CHECKS),
    }
    return render(request, "disputes/agreement.html", context, status=status)
