"""A dispute, its parties, its timeline."""

from fengqiao.duties.disputes.models.dispute import Dispute
from fengqiao.duties.disputes.models.event import DisputeEvent
from fengqiao.duties.disputes.models.party import SECRET, Party

__all__ = ["SECRET", "Dispute", "DisputeEvent", "Party"]
