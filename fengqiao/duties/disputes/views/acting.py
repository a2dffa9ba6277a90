"""The acts of a case: one page for all of them, each with the form of its act."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.agreement import draft_of, has_rows, lines
from fengqiao.duties.disputes.agreement.checks import checkup
from fengqiao.duties.disputes.forms.act import ActForm
from fengqiao.duties.disputes.forms.acts import FORMS, AgreeForm
from fengqiao.duties.disputes.forms.party import PartyForm
from fengqiao.duties.disputes.models import Dispute, Party
from fengqiao.duties.disputes.permissions import HANDLE
from fengqiao.duties.disputes.views.common import dispute_or_404, private
from fengqiao.duties.disputes.workflow import PROCEDURE
from fengqiao.kernel.accounts.gates import FORM
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.workflow.offers import Offer, offers
from fengqiao.kernel.workflow.refusals import Overtaken, Unmet
from fengqiao.kernel.workflow.tables import TAKE_BACK
from fengqiao.lib import masks
from fengqiao.lib.faults import InputRefused


@private(HANDLE, FORM)
def act(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    """Do what the table offers; why not, where it does not."""
    if act not in FORMS:
        raise Http404
    case = dispute_or_404(request, pk, PROCEDURE.right_of(act))
    offer = _offered(request, case, act)
    if request.method == "POST":
        return _done_or_told(request, case, act, offer)
    if offer is None or offer.why_not:
        messages.error(request, offer.why_not if offer else _("现在不能办理这一项。"))
        return redirect(case)
    return _page(request, case, FORMS[act](case=case), offer)


def _done_or_told(
    request: HttpRequest, case: Dispute, act: str, offer: Offer | None
) -> HttpResponse:
    form = FORMS[act](request.POST, case=case)
    if form.is_valid():
        try:
            _do(request, case, act, form)
        except Overtaken as overtaken:
            form = _with_newest(request, act, case)
            form.refuse("", overtaken.message)
        except Unmet as unmet:
            form.refuse(unmet.guard.name, unmet.message)
        except InputRefused as refused:
            form.refuse("", refused.message)
        else:
            messages.success(request, _("已办理。"))
            return redirect(
                case
                if Dispute.objects.visible_to(request.user).filter(pk=case.pk)
                else "disputes:disputes"
            )
    return _page(request, case, form, offer, status=400)


def _do(request: HttpRequest, case: Dispute, act: str, form: ActForm) -> None:
    given = dict(form.cleaned_data)
    seen, by = given.pop("seen"), user_of(request)
    if act == TAKE_BACK:
        actions.take_back(case=case, reason=given["reason"], by=by, seen=seen)
    else:
        actions.act(case=case, name=act, given=given, by=by, seen=seen)


def _with_newest(request: HttpRequest, act: str, case: Dispute) -> ActForm:
    """What was typed, for who has now been told of what the other did."""
    typed = request.POST.copy()
    newest = Dispute.objects.visible_to(request.user).filter(pk=case.pk).first() or case
    typed["seen"] = str(newest.version)
    form = FORMS[act](typed, case=newest)
    form.is_valid()
    return form


def _page(
    request: HttpRequest, case: Dispute, form: ActForm, offer: Offer | None, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {
        "case": case,
        "form": form,
        "title": offer.label if offer else _("办理"),
    }
    if isinstance(form, AgreeForm) and has_rows(case):
        context |= {"lines": lines(case, masks.name), "findings": checkup(draft_of(case))}
    return render(request, "disputes/act.html", context, status=status)


def _offered(request: HttpRequest, case: Dispute, act: str) -> Offer | None:
    found = offers(PROCEDURE, case, user_of(request))
    return next((offer for offer in found if offer.act == act), None)


@private(HANDLE, FORM)
def party(request: HttpRequest, pk: int, party: int = 0) -> HttpResponse:
    """One more party, or other values for one."""
    case = dispute_or_404(request, pk)
    rows = Party.objects.visible_to(request.user).filter(dispute=case)
    row = get_object_or_404(rows, pk=party) if party else None
    if _offered(request, case, "party") is None:
        messages.error(request, _("案件已经办结,当事人不能再改。"))
        return redirect(case) if request.method != "POST" else _shut(request, case)
    form = PartyForm(request.POST or None, version=case.version, party=row)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_party(
                case=case,
                party=row,
                values=form.values(),
                by=user_of(request),
                seen=form.cleaned_data["seen"],
            )
        except InputRefused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, _("已保存。"))
            return redirect(case)
    status = 400 if form.errors else 200
    context = {"case": case, "form": form, "title": _("补充、更正当事人")}
    return render(request, "disputes/act.html", context, status=status)


def _shut(request: HttpRequest, case: Dispute) -> HttpResponse:
    """Nothing was done: the case is closed."""
    context = {
        "case": case,
        "form": PartyForm(version=case.version),
        "title": _("补充、更正当事人"),
    }
    return render(request, "disputes/act.html", context, status=400)
