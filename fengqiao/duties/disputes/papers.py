"""The papers of a case as its page shows them. Who may see the case in full was asked before."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from fengqiao.duties.disputes.agreement import has_rows
from fengqiao.duties.disputes.documents import DOCUMENTS
from fengqiao.duties.disputes.dossier.contents import DOSSIER
from fengqiao.duties.disputes.models import Dispute
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.audit.exporting import Taken, take_out
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.documents.drawing import why_no_pdf
from fengqiao.kernel.documents.issuing import issue
from fengqiao.kernel.documents.models import Paper
from fengqiao.kernel.documents.tables import Document

AGREEMENTS = ("agreement", "official_agreement")


@dataclass(frozen=True, slots=True)
class Shown:
    """A paper as it is listed; `why_no_pdf` is empty where there is one, or none yet."""

    paper: Paper
    why_no_pdf: str


def papers_of(case: Dispute) -> Sequence[Shown]:
    """All that were ever issued, the newest first; the bound file stands by itself."""
    rows = Paper.objects.about(case).exclude(document=DOSSIER).order_by("-pk")
    return [Shown(one, why_no_pdf(one) if one.is_drawn else "") for one in rows]


def paper_of(case: Dispute, pk: int) -> Paper | None:
    """One of them, or the bound file."""
    rows = Paper.objects.about(case).select_related("pdf", "word", "template")
    return rows.filter(pk=pk).first()


def by_hand(case: Dispute) -> list[Document]:
    """Those that no act makes, for this kind of mediation; and the agreement in rows, which is printed
    before it is signed."""
    ready = case.is_open and has_rows(case)
    early = AGREEMENTS if ready else ()
    return [one for one in DOCUMENTS if one.fits(case) and (not one.made_by or one.name in early)]


def make(
    *, case: Dispute, document: Document, by: User, extra: dict[str, str] | None = None
) -> Paper:
    """One by hand."""
    unknown = set(extra or {}) - set(document.fields(case, None))
    if unknown:
        raise LookupError(f"values that {document.name} does not have: {sorted(unknown)}")
    with transaction.atomic():
        paper = issue(document, case, by=by, on=timezone.localdate(), extra=extra)
        record("disputes.paper_made", by=by, subject=case, area=case.office, label=str(paper))
    return paper


def hand_out(*, case: Dispute, label: str, by: User, purpose: str) -> Taken:
    """A copy leaves the system: numbered, in the trail of the case, with values as they are."""
    details: dict[str, Any] = {"in_clear": True, "purpose": purpose}
    return take_out(
        "disputes.paper_taken",
        by=by,
        area=case.office,
        subject=case,
        label=label,
        count=1,
        **details,
    )
