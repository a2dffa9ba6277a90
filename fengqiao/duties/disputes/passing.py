"""A dispute goes from one committee to another: one side offers, the other takes it or sends it back.
Until it is taken nothing changes: who answers for it does so still, and its terms run on."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes import guards
from fengqiao.duties.disputes.appointing import HAS_BODY, TO_FREE
from fengqiao.duties.disputes.enums import PEOPLES_LAW, State
from fengqiao.duties.disputes.handlers import directors_of
from fengqiao.duties.disputes.handling import bodies_of, mediator_in
from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.permissions import HANDLE, TAKE
from fengqiao.duties.disputes.sent import NOT_SENT
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.workflow.tables import Given, Guard, Said, Telling, Transition
from fengqiao.registers.mediation.enums import Post
from fengqiao.registers.mediation.models import Body, Seat

OPEN = (State.REGISTERED, State.ACCEPTED, State.MEDIATING)


def is_offered(case: Dispute) -> bool:
    return case.offered_to_id is not None


def is_not_offered(case: Dispute) -> bool:
    return case.offered_to_id is None


def goes_to_another_body(case: Dispute, given: Given) -> bool:
    body: Body | None = given.get("body")
    if body is None or body.pk == case.body_id:
        return False
    return bodies_of(case.office).filter(pk=body.pk).exists()


NOT_OFFERED = Guard(is_not_offered, _("已移送其他调解组织,正等待接收;要改送的,请先撤回移送。"))
TO_BODY = Guard(goes_to_another_body, _("请选择本所指导的另一个现有的调委会或者调解工作室。"))
TAKEN_BY = Guard(guards.goes_to_a_handler, _("请指定本所能承办纠纷的同事承办。"))


def offer(case: Dispute, given: Given) -> Said:
    case.offered_to = given["body"]
    return {str(_("移送给")): given["body"].name, str(_("理由")): given["reason"]}


def take(case: Dispute, given: Given) -> Said:
    """The body, who answers for it and who mediates are those of the other side from now on."""
    before, case.body, case.offered_to = case.body, case.offered_to, None
    case.owner = given["to"]
    case.mediator, case.chosen = mediator_in(case.body, case.owner), ""
    return {
        str(_("原调解组织")): before.name if before else "",
        str(_("现调解组织")): case.body.name if case.body else "",
        str(_("承办人")): case.owner_name,
        str(_("说明")): given.get("words", ""),
    }


def send_back(case: Dispute, given: Given) -> Said:
    """It stays where it is, whether the other side does not want it or this one thinks better of it."""
    body, case.offered_to = case.offered_to, None
    return {str(_("调解组织")): body.name if body else "", str(_("理由")): given["reason"]}


def the_other_side(case: Dispute) -> Iterable[User]:
    """The head of the body, where he has an account; else the director, who tells it."""
    seats = Seat.objects.on(timezone.localdate()).filter(body=case.offered_to, post=Post.HEAD)
    heads = User.objects.filter(pk__in=seats.values("mediator__account"), is_active=True)
    return list(heads) or directors_of(case.office)


def the_owner(case: Dispute) -> Iterable[User]:
    return [case.owner] if case.owner else []


ACTS = (
    Transition(
        "offer",
        _("移送其他调解组织"),
        sources=OPEN,
        target=None,
        right=HANDLE,
        told=_("{by}提出把{subject}移送其他调解组织"),
        write=offer,
        needs=(HAS_BODY, NOT_OFFERED, NOT_SENT),
        wants=(TO_BODY, guards.REASON),
        tells=(Telling(the_other_side, _("有一件纠纷移送给您的调解组织,请接收或者退回。")),),
        kinds=PEOPLES_LAW,
    ),
    Transition(
        "take",
        _("接收移送"),
        sources=OPEN,
        target=None,
        right=TAKE,
        told=_("{by}接收了移送的{subject}"),
        write=take,
        wants=(TAKEN_BY, TO_FREE),
        tells=(Telling(the_owner, _("有一件移送来的纠纷由您承办。")),),
        kinds=PEOPLES_LAW,
        when=is_offered,
        main=True,
    ),
    Transition(
        "send_back",
        _("退回移送"),
        sources=OPEN,
        target=None,
        right=TAKE,
        told=_("{by}退回了移送的{subject}"),
        write=send_back,
        wants=(guards.REASON,),
        tells=(Telling(the_owner, _("您移送的一件纠纷被退回,仍由您承办。")),),
        kinds=PEOPLES_LAW,
        when=is_offered,
    ),
    Transition(
        "recall",
        _("撤回移送"),
        sources=OPEN,
        target=None,
        right=HANDLE,
        told=_("{by}撤回了对{subject}的移送"),
        write=send_back,
        wants=(guards.REASON,),
        kinds=PEOPLES_LAW,
        when=is_offered,
    ),
)
