"""Offices, who works there, and disputes."""

from datetime import date
from typing import Any

from fengqiao.duties.disputes import actions
from fengqiao.duties.disputes.enums import Kind, Matter, Source
from fengqiao.duties.disputes.models import Dispute
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.models import Area
from fengqiao.registers.people.tests.made import make_office, make_user

PARTIES = ({"name": "周海涛", "phone": "+8613812345678"}, {"name": "钱春梅"})
CONSENT = {"consented": True, "nowhere_else": True}

__all__ = ["CONSENT", "PARTIES", "accept", "made", "make_office", "make_user"]


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
