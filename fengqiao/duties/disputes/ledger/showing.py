"""What the page of a case says of the ledger that it came from."""

from django.db.models import QuerySet

from fengqiao.duties.disputes.ledger.records import shown
from fengqiao.duties.disputes.ledger.sheet import HEADERS
from fengqiao.duties.disputes.models import Dispute, LedgerRow

NOT_ON_THE_CASE = (
    "prevented_crime",
    "prevented_group",
    "people_count",
    "committee",
    "mediator",
)


def from_ledger(rows: QuerySet[LedgerRow], case: Dispute) -> list[tuple[str, str]]:
    """What the ledger says of a case that came from it and for which there is no field of its own."""
    found = rows.filter(dispute=case).first() if case.taken_over else None
    if found is None:
        return []
    shows = ("performance", "confirmation", *NOT_ON_THE_CASE)
    return [(HEADERS[name], shown(found.row, name)) for name in shows if name in found.row]
