"""What may be done with a case now, for the buttons of its page: from the same table and the same
guards that decide when it is tried."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from fengqiao.kernel.workflow.engine import applies, last_reversible, permitted
from fengqiao.kernel.workflow.refusals import label_of
from fengqiao.kernel.workflow.tables import Procedure, Transition, fits

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


@dataclass(frozen=True, slots=True)
class Offer:
    """An act that the user has the right to; `why_not` is empty where it may be done."""

    act: str
    label: str
    main: bool
    why_not: str


def offers(procedure: Procedure, case: Any, user: "User") -> list[Offer]:
    """In the order of the table."""
    found = [
        Offer(row.act, str(row.label), row.main, _why_not(row, case))
        for row in procedure.transitions
        if fits(row, case) and permitted(row, case, user)
    ]
    back = procedure.taking_back
    mistaken = last_reversible(procedure, case) if permitted(back, case, user) else None
    if mistaken:
        what = label_of(procedure, mistaken.act)
        found.append(Offer(back.act, _("撤销“%(act)s”") % {"act": what}, main=False, why_not=""))
    return found


def _why_not(row: Transition, case: Any) -> str:
    missing = (one for one in row.needs if applies(one, case) and not one.holds(case))
    return next((one.sentence for one in missing), "")
