"""Which disputes a list shows."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from fengqiao.duties.disputes.forms.filters import LATE, MINE, OPEN
from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.models.dispute import DisputeQuerySet
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.deadlines.models import Term

SUBJECT = Dispute._meta.label_lower


def narrow(
    rows: DisputeQuerySet, wanted: Mapping[str, Any], user: User, today: date
) -> DisputeQuerySet:
    """Only the rows that fit."""
    for name in ("matter", "kind", "body", "mediator"):
        if name in wanted:
            rows = rows.filter(**{name: wanted[name]})
    if state := wanted.get("state"):
        rows = rows.open() if state == OPEN else rows.filter(state=state)
    if since := wanted.get("since"):
        rows = rows.filter(registered_on__gte=since)
    if until := wanted.get("until"):
        rows = rows.filter(registered_on__lte=until)
    if wanted.get("only") == MINE:
        rows = rows.filter(owner=user)
    if wanted.get("only") == LATE:
        late = Term.objects.visible_to(user).running().filter(subject_kind=SUBJECT)
        late = late.filter(due_on__lte=today - timedelta(days=1), provisional=False)
        rows = rows.filter(pk__in=late.values("subject_id"))
    return rows
