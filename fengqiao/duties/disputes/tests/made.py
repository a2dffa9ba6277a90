"""Offices, who works there, and disputes."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.enums import Kind, Matter, Source
from fengqiao.duties.disputes.models import Dispute
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.models import Area
from fengqiao.registers.people.tests.made import make_office, make_user

PARTIES = ({"name": "周海涛", "phone": "+8613812345678"}, {"name": "钱春梅"})
CONSENT = {"consented": True, "nowhere_else": True}

__all__ = [
    "CONSENT",
    "PARTIES",
    "accept",
    "answered",
    "drafted",
    "found",
    "made",
    "make_office",
    "make_user",
    "reported",
]


def made(office: Area, owner: User, **values: Any) -> Dispute:
    """A dispute between two neighbours, registered today."""
    given: dict[str, Any] = {
        "kind": Kind.PEOPLE,
        "matter": Matter.NEIGHBOURS,
        "source": Source.APPLICATION,
        "parties": PARTIES,
        "by": owner,
    }
    return actions.register(office=office, owner=owner, **given | values)


def accept(case: Dispute, by: User, on: date | None = None, **given: Any) -> Dispute:
    """Accepted with everything that is asked."""
    day = on or case.registered_on
    return actions.act(case=case, name="accept", given={**CONSENT, "on": day, **given}, by=by)


def drafted(case: Dispute, by: User, **values: Any) -> Dispute:
    """An agreement of one row: the second party pays the first 2000 yuan in a month."""
    first, second = list(case.parties.all())[:2]
    row = {
        "debtor_id": second.pk,
        "creditor_id": first.pk,
        "subject": "money",
        "what": "木料款",
        "amount": Decimal("2000"),
        "due_on": timezone.localdate() + timedelta(days=30),
        "way": "转账",
        **values,
    }
    given = {"head": {"facts": "院墙漏水泡坏木料"}, "rows": [row]}
    done = actions.act(case=case, name="draft", given=given, by=by)
    return Dispute.objects.get(pk=done.pk)


def found(case: Dispute, by: User, danger: str = "offence") -> Dispute:
    """Something that must be reported came to light today."""
    return _keep(case, "danger", by, danger=danger, words="扬言要打断对方的腿")


def reported(case: Dispute, by: User) -> Dispute:
    """What is due was reported to the police."""
    report = next(one for one in case.reports.all() if one.is_due)
    given = {"report": report, "to": "police", "unit": "城东派出所", "means": "call"}
    return _keep(case, "report", by, **given)


def answered(case: Dispute, by: User) -> Dispute:
    """The police said what became of it."""
    report = next(one for one in case.reports.all() if one.is_waiting)
    return _keep(case, "answer", by, report=report, answer="已受案处置")


def _keep(case: Dispute, name: str, by: User, **given: Any) -> Dispute:
    day = {"on": timezone.localdate()}
    actions.act(case=case, name=name, given={**day, **given}, by=by)
    case.refresh_from_db()
    return case
