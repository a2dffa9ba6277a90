"""One dispute: who, how far, what next; and for one answer its parties as they are."""

from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from fengqiao.duties.disputes.actions import open_values
from fengqiao.duties.disputes.models import Dispute, DisputeEvent, Party, Report, Session
from fengqiao.duties.disputes.permissions import LIST, OPEN, SEE
from fengqiao.duties.disputes.shown import card, moments, names, steps
from fengqiao.duties.disputes.views.common import dispute_or_404, private
from fengqiao.duties.disputes.workflow import PROCEDURE
from fengqiao.kernel.accounts.gates import ACT
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.deadlines.models import Term
from fengqiao.kernel.workflow.offers import offers


@private(LIST)
def dispute(request: HttpRequest, pk: int) -> HttpResponse:
    """The case, masked; that it was looked at is recorded."""
    found = dispute_or_404(request, pk)
    user = user_of(request)
    record("disputes.seen", by=user, subject=found, area=found.office, label=found.number)
    return render(request, "disputes/dispute.html", _context(request, found))


@private(OPEN, ACT)
def open_dispute(request: HttpRequest, pk: int) -> HttpResponse:
    """The parties as they are, in this answer alone; for the handling of this case."""
    found = dispute_or_404(request, pk)
    open_values(case=found, by=user_of(request))
    return render(request, "disputes/dispute.html", _context(request, found, opened=True))


def _context(request: HttpRequest, case: Dispute, *, opened: bool = False) -> dict[str, Any]:
    user, today = user_of(request), timezone.localdate()
    whole = Dispute.objects.visible_to(user, SEE).filter(pk=case.pk).exists()
    parts = {"parties": Party.objects, "reports": Report.objects}
    # Guards ask them of the case again and again, for every button.
    prefetch_related_objects(
        [case], *(Prefetch(name, rows.visible_to(user)) for name, rows in parts.items())
    )
    events = DisputeEvent.objects.visible_to(user).filter(case=case)
    offered = offers(PROCEDURE, case, user)
    listed = [offer for offer in offered if offer.act != "party"]
    main = next((one for one in listed if one.main and not one.why_not), None)
    return {
        "case": case,
        "day": today,
        "whole": whole,
        "opened": opened,
        "names": names(case.parties.all(), whole=opened),
        "parties": [card(party, opened=opened, today=today) for party in case.parties.all()],
        "sessions": Session.objects.visible_to(user).filter(dispute=case),
        "reports": case.reports.all(),
        "steps": steps(case),
        "moments": moments(events.select_related("by", "taken_back_by__by"), full=whole),
        "main": main,
        "offers": [one for one in listed if one != main],
        "may_change_parties": len(listed) < len(offered),
        "may_open": whole and user.can(OPEN),
        "terms": Term.objects.visible_to(user).about(case).open().select_related("owner"),
    }
