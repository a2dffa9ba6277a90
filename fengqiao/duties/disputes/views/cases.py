"""One dispute: who, how far, what next; and for one answer its parties as they are."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from fengqiao.duties.disputes.actions import open_values
from fengqiao.duties.disputes.agreement import draft_of
from fengqiao.duties.disputes.agreement.checks import checkup
from fengqiao.duties.disputes.agreement.wording import lines_of
from fengqiao.duties.disputes.deadlines import limitation_of
from fengqiao.duties.disputes.dossier.contents import Stand, catalogue_of, in_file, missing
from fengqiao.duties.disputes.guards import standing
from fengqiao.duties.disputes.ledger.showing import from_ledger
from fengqiao.duties.disputes.models import Dispute, DisputeEvent, LedgerRow, Session
from fengqiao.duties.disputes.papers import by_hand, papers_of
from fengqiao.duties.disputes.permissions import HANDLE, LIST, OPEN, SEE
from fengqiao.duties.disputes.sent import waiting
from fengqiao.duties.disputes.shown import card, moments, names, page_of, steps, terms_of
from fengqiao.duties.disputes.views.common import dispute_or_404, gather, private
from fengqiao.duties.disputes.workflow import PROCEDURE
from fengqiao.kernel.accounts.gates import ACT
from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.deadlines.models import Term
from fengqiao.kernel.workflow.offers import offers
from fengqiao.lib import masks


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
    gather(case, user)
    events = DisputeEvent.objects.visible_to(user).filter(case=case)
    offered = offers(PROCEDURE, case, user)
    listed = [offer for offer in offered if offer.act != "party"]
    main = next((one for one in listed if one.main and not one.why_not), None)
    speakers = standing(case) if whole else []
    return {
        "case": case,
        "day": today,
        "limitation": limitation_of(case) if whole else None,
        "whole": whole,
        "opened": opened,
        "names": names(case.parties.all(), whole=opened),
        "parties": [
            card(party, opened=opened, today=today, speakers=speakers)
            for party in case.parties.all()
        ],
        "sessions": Session.objects.visible_to(user).filter(dispute=case),
        "reports": case.reports.all(),
        "sent": waiting(case) if case.is_open else None,
        "steps": steps(case),
        **_agreement(case, opened=opened),
        "may_draft": any(offer.act == "draft" for offer in offered),
        "taken_as": PROCEDURE.states(case.taken_over).label if case.taken_over else "",
        "ledger": from_ledger(LedgerRow.objects.visible_to(user), case),
        "moments": moments(events.select_related("by", "taken_back_by__by"), full=whole),
        "main": main,
        "offers": [(one, page_of(case, one.act)) for one in listed if one != main],
        "may_change_parties": len(listed) < len(offered),
        "may_open": whole and user.can(OPEN),
        **(_papers(case) if whole else {}),
        "by_hand": by_hand(case) if whole and user.can(HANDLE) else [],
        "terms": terms_of(case) if whole else Term.objects.visible_to(user).about(case).open(),
    }


def _papers(case: Dispute) -> dict[str, Any]:
    """Those that were issued, and what the file still lacks."""
    shown = papers_of(case)
    lines = catalogue_of(case, in_file(one.paper for one in shown[::-1]))
    taken = [line for line in lines if line.standing == Stand.NOT_TAKEN_OVER]
    return {"papers": shown, "missing": missing(lines), "not_taken_over": taken}


def _agreement(case: Dispute, *, opened: bool) -> dict[str, Any]:
    """Its clauses, names masked until the parties are opened, and what is found in it."""
    draft = draft_of(case)
    if not draft.duties:
        return {}
    named = str if opened else masks.name
    findings = checkup(draft) if case.is_open else []
    return {"lines": lines_of(draft, named), "findings": findings}
