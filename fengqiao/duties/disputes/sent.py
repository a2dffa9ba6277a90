"""Whether a dispute was sent to another office and waits for the answer."""

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.models import Dispute, Transfer
from fengqiao.kernel.workflow.tables import Guard


def waiting(case: Dispute) -> Transfer | None:
    """The one that was not answered yet. A case that just came in is not asked: it was never sent."""
    if case.version == 1:
        return None
    return next((one for one in case.transfers.all() if not one.outcome), None)


def is_sent(case: Dispute) -> bool:
    return waiting(case) is not None


def is_not_sent(case: Dispute) -> bool:
    return waiting(case) is None


def gather_transfers(case: Dispute) -> None:
    """Once, for all who ask of them; who sees the case sees where it goes."""
    prefetch_related_objects([case], Prefetch("transfers", Transfer.objects.select_related("to")))


NOT_SENT = Guard(is_not_sent, _("已移送其他司法所,正等待接收;要改送的,请先撤回移送。"))
