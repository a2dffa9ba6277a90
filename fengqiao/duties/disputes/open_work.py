"""Open disputes are work of their owners: none is left behind when one leaves."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fengqiao.duties.disputes.actions import pass_on
from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.permissions import REGISTER
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.accounts.open_work import Kind


def _rows() -> QuerySet[Dispute]:
    found: QuerySet[Dispute] = Dispute.objects.unfinished()
    return found


def _told(case: Dispute) -> str:
    return _("%(number)s,%(state)s") % {"number": case.number, "state": case.get_state_display()}


def _hand_over(row: Dispute, *, to: User, by: User) -> None:
    pass_on(case=row, to=to, by=by)


DISPUTE = Kind(
    name=Dispute._meta.label_lower,
    title=gettext_lazy("纠纷"),
    rows=_rows,
    owner="owner",
    area="office",
    right=REGISTER,
    told=_told,
    hand_over=_hand_over,
)
