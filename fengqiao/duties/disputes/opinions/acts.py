"""The act by which staff hand a code to a party; what the party answers is no act of the case."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.enums import State
from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.opinions.keeping import put
from fengqiao.duties.disputes.permissions import HANDLE
from fengqiao.kernel.workflow.tables import Given, Guard, Said, Transition

# A dispute that was not accepted was not mediated.
ASKED = (State.AGREED, State.FAILED, State.REFUSED, State.WITHDRAWN)


def left_to_ask(case: Dispute) -> int:
    """How many codes may still be handed out: one for each party."""
    return max(0, case.parties.count() - case.opinions_asked)


def someone_is_left_to_ask(case: Dispute) -> bool:
    return left_to_ask(case) > 0


def are_enough_for_parties(case: Dispute, given: Given) -> bool:
    return 1 <= len(given.get("codes", ())) <= left_to_ask(case)


def hand_out(case: Dispute, given: Given) -> Said:
    """The case keeps how many, never which."""
    put(case.office, case.kind, given["codes"], timezone.localdate())
    case.opinions_asked += len(given["codes"])
    return {str(_("评价码")): str(_("%(number)d张") % {"number": len(given["codes"])})}


ACTS = (
    Transition(
        "ask_opinion",
        _("发评价码"),
        sources=ASKED,
        target=None,
        right=HANDLE,
        told=_("{by}给{subject}的当事人发了评价码"),
        write=hand_out,
        needs=(Guard(someone_is_left_to_ask, _("已经给每位当事人发过评价码。")),),
        wants=(Guard(are_enough_for_parties, _("请选择张数,每位当事人一张。")),),
    ),
)
