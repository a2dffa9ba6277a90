"""Takes a kept judgement out of use (作废): it opens as before, and counts for nothing."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.audit.recording import record
from fengqiao.lib.faults import InputRefused
from fengqiao.oversight.standards.models import Judgement

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


@transaction.atomic
def withdraw(kept: Judgement, *, why: str, by: "User") -> None:
    """Withdraw the judgement for this reason, once and for good; one that is needed is made anew."""
    kept.refresh_from_db(from_queryset=Judgement.objects.select_for_update(of=["self"]))
    refuse_withdrawn(kept)
    kept.withdrawn_at, kept.withdrawn_by, kept.withdrawn_why = timezone.now(), by, why
    kept.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    record(
        "standards.withdrawn",
        by=by,
        subject=kept,
        area=kept.area,
        label=str(kept),
        on=kept.on,
        why=why,
    )


def refuse_withdrawn(kept: Judgement) -> None:
    """InputRefused for a judgement that was withdrawn: nothing more is made of it."""
    if kept.withdrawn_at:
        day = timezone.localdate(kept.withdrawn_at).isoformat()
        raise InputRefused(_("本次评定已于 %(day)s 作废。") % {"day": day})
