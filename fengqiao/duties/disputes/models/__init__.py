"""A dispute, its parties, its sessions, its reports, its agreement, its timeline, its file; and, apart
from it, what parties say of it."""

from fengqiao.duties.disputes.models.agreement import Agreement, Instalment, Obligation
from fengqiao.duties.disputes.models.avoidance import Avoidance
from fengqiao.duties.disputes.models.dispute import Dispute
from fengqiao.duties.disputes.models.enclosure import DossierDraft, Enclosure
from fengqiao.duties.disputes.models.event import DisputeEvent
from fengqiao.duties.disputes.models.ledger import LedgerRow
from fengqiao.duties.disputes.models.opinion import Opinion, OpinionCode
from fengqiao.duties.disputes.models.party import SECRET, Party
from fengqiao.duties.disputes.models.report import Report
from fengqiao.duties.disputes.models.representative import Representative
from fengqiao.duties.disputes.models.session import Session
from fengqiao.duties.disputes.models.token import DisputeToken
from fengqiao.duties.disputes.models.transfer import Transfer, TransferSide

__all__ = [
    "SECRET",
    "Agreement",
    "Avoidance",
    "Dispute",
    "DisputeEvent",
    "DisputeToken",
    "DossierDraft",
    "Enclosure",
    "Instalment",
    "LedgerRow",
    "Obligation",
    "Opinion",
    "OpinionCode",
    "Party",
    "Report",
    "Representative",
    "Session",
    "Transfer",
    "TransferSide",
]
