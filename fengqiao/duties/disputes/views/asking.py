"""Codes are handed to the parties of a dispute that has ended."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.forms.opinions import SlipsForm
from fengqiao.duties.disputes.opinions.codes import address_of, last_day, page_address
from fengqiao.duties.disputes.permissions import HANDLE
from fengqiao.duties.disputes.views.common import dispute_or_404, private
from fengqiao.duties.disputes.workflow import PROCEDURE
from fengqiao.kernel.accounts.gates import FORM
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.documents.sealing import data_uri, picture
from fengqiao.kernel.workflow.offers import offers
from fengqiao.lib.faults import InputRefused


@dataclass(frozen=True, slots=True)
class Slip:
    code: str
    picture: str


@private(HANDLE, FORM)
def slips(request: HttpRequest, pk: int) -> HttpResponse:
    """How many; then, in that answer alone, the slips to print."""
    case = dispute_or_404(request, pk)
    found = offers(PROCEDURE, case, user_of(request))
    offer = next((one for one in found if one.act == "ask_opinion"), None)
    form = SlipsForm(request.POST or None, case=case)
    if request.method == "POST":
        if form.is_valid():
            try:
                codes = _hand_out(request, pk, form)
            except InputRefused as refused:
                form.refuse("", refused.message)
            else:
                return _printed(request, pk, codes)
    elif offer is None or offer.why_not:
        messages.error(request, offer.why_not if offer else _("结案以后才能发评价码。"))
        return redirect(case)
    context = {"case": case, "form": form, "title": _("发评价码")}
    return render(request, "disputes/act.html", context, status=400 if form.errors else 200)


def _hand_out(request: HttpRequest, pk: int, form: SlipsForm) -> list[str]:
    given = form.cleaned_data
    case, by = dispute_or_404(request, pk), user_of(request)
    return actions.ask_opinion(case=case, number=given["number"], by=by, seen=given["seen"])


def _printed(request: HttpRequest, pk: int, codes: list[str]) -> HttpResponse:
    context = {
        "case": dispute_or_404(request, pk),
        "slips": [Slip(code, data_uri(picture(address_of(code)))) for code in codes],
        "address": page_address(),
        "until": last_day(timezone.localdate()),
    }
    return render(request, "disputes/slips.html", context)
