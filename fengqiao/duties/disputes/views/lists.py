"""The list of disputes."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from fengqiao.duties.disputes.enums import Matter, State
from fengqiao.duties.disputes.forms.filters import DisputesForm
from fengqiao.duties.disputes.indicators import DISPUTES
from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.models.dispute import RECEIVE
from fengqiao.duties.disputes.permissions import LIST, OPINIONS, REGISTER, SEE
from fengqiao.duties.disputes.selection import SUBJECT, narrow
from fengqiao.duties.disputes.shown import LISTED, names_of, next_terms, office_names, said
from fengqiao.duties.disputes.views.common import private
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.deadlines.models import Term
from fengqiao.kernel.indicators.opening import opened
from fengqiao.kernel.ui.day_pages import day_page_of


@private(LIST)
def disputes(request: HttpRequest) -> HttpResponse:
    """The disputes of one's area, or of oneself; without parties for who may not see them."""
    user, today = user_of(request), timezone.localdate()
    form = DisputesForm(request.GET)
    wanted = form.wanted()
    rows = narrow(Dispute.objects.visible_to(user), wanted, user, today)
    figure = opened(wanted, DISPUTES.name)
    rows = figure.of(rows) if figure else rows
    listed = rows.only(*LISTED).prefetch_related(Prefetch("owner", User._base_manager.only("name")))
    page = day_page_of(request, listed, "registered_on")
    offices = office_names(user, page.rows)
    context = {
        "form": form,
        "wanted": wanted,
        "figure": figure,
        "page": page,
        "rows": _rows(request, page.rows, offices),
        "whole": user.can(SEE),
        "several": len(offices) > 1,
        "may_register": user.can(REGISTER),
        "may_receive": user.can(RECEIVE),
        "may_see_opinions": user.can(OPINIONS),
        "day": today,
    }
    return render(request, "disputes/disputes.html", context)


def _rows(
    request: HttpRequest, cases: Sequence[Dispute], offices: dict[int, str]
) -> list[dict[str, Any]]:
    """Each case with its parties, as far as the user may see them, its office and next term."""
    user, pks = user_of(request), [case.pk for case in cases]
    names = names_of(user, cases)
    running = Term.objects.visible_to(user).open()
    running = running.filter(subject_kind=SUBJECT, subject_id__in=pks)
    terms = next_terms(running.only("subject_id", "due_on", "provisional"))
    return [
        {
            "case": case,
            "matter": said(Matter, case.matter),
            "state": said(State, case.state),
            "names": names.get(case.pk, ""),
            "office": offices.get(case.office_id, ""),
            "term": terms.get(case.pk),
        }
        for case in cases
    ]
