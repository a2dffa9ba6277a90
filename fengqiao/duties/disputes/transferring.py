"""A dispute goes from one office to another: sent, then taken or sent back. Until it is taken nothing
changes: who answers for it does so still, and its terms run on, with one more for the answer (ADR 47)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes import guards
from fengqiao.duties.disputes.dangers import Alarm
from fengqiao.duties.disputes.enums import Kind, State
from fengqiao.duties.disputes.handlers import directors_of, handlers_of, receivers_of
from fengqiao.duties.disputes.handling import mediator_in, usual_body
from fengqiao.duties.disputes.models import Dispute, Transfer, TransferSide
from fengqiao.duties.disputes.models.dispute import RECEIVE
from fengqiao.duties.disputes.models.transfer import Outcome
from fengqiao.duties.disputes.numbering import next_number
from fengqiao.duties.disputes.passing import NOT_OFFERED
from fengqiao.duties.disputes.permissions import HANDLE
from fengqiao.duties.disputes.sent import NOT_SENT, is_sent, waiting
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.workflow.tables import Given, Guard, Running, Said, Telling, Transition

OPEN = (State.REGISTERED, State.ACCEPTED, State.MEDIATING)


def nothing_is_due_to_be_reported(case: Dispute) -> bool:
    """What bears no delay is reported before the case changes hands (PRV-07, MED-13)."""
    return case.alarm != Alarm.DUE


def goes_to_an_office_that_can_take_it(case: Dispute, given: Given) -> bool:
    """To another office of today, where somebody can take it."""
    office: Area | None = given.get("office")
    if office is None or office.pk == case.office_id or office.kind != AreaKind.OFFICE:
        return False
    return office.names.on(timezone.localdate()).exists() and receivers_of(office).exists()


def is_handled_there(case: Dispute, given: Given) -> bool:
    sent, to = waiting(case), given.get("to")
    return sent is not None and to is not None and handlers_of(sent.to).filter(pk=to.pk).exists()


def sent_on(case: Dispute) -> date:
    sent = waiting(case)
    return sent.sent_on if sent else case.registered_on


def other_office(case: Dispute) -> Area:
    """Where a transfer is answered."""
    sent = waiting(case)
    return sent.to if sent else case.office


REPORTED_FIRST = Guard(
    nothing_is_due_to_be_reported, _("有应当报告的情形还没有报告,请先报告再移送。")
)
TO_OFFICE = Guard(
    goes_to_an_office_that_can_take_it,
    _("请选择另一个司法所,那里现在要有能接收的所长或者司法助理员。"),
)
HANDLED_THERE = Guard(is_handled_there, _("请指定本所能承办纠纷的同事承办。"))


def send(case: Dispute, given: Given) -> Said:
    made = Transfer.objects.create(
        dispute=case,
        origin=case.office,
        to=given["office"],
        number=case.number,
        reason=given["reason"],
        sent_on=timezone.localdate(),
        by=given["by"],
    )
    made.sides.bulk_create(
        TransferSide(transfer=made, office=one) for one in (made.origin, made.to)
    )
    return {str(_("移送给")): str(given["office"]), str(_("理由")): given["reason"]}


def receive(case: Dispute, given: Given) -> Said:
    """Office, number, body, owner and mediator are those of the other side from now on."""
    sent = _end(case, Outcome.TAKEN, given.get("words", ""))
    case.office = sent.to
    case.number = next_number(case.office, Kind(case.kind), timezone.localdate())
    case.owner = given["to"]
    case.body = usual_body(case.office, case.kind, given["to"])
    case.mediator, case.chosen = mediator_in(case.body, case.owner), ""
    return {
        str(_("移送的司法所")): str(sent.origin),
        str(_("原案号")): sent.number,
        str(_("现案号")): case.number,
        str(_("承办人")): case.owner_name,
        str(_("说明")): sent.answer,
    }


def send_home(case: Dispute, given: Given) -> Said:
    """It stays where it is, with whom it is."""
    sent = _end(case, Outcome.RETURNED, given["reason"])
    return {str(_("退回的司法所")): str(sent.to), str(_("理由")): sent.answer}


def call_back(case: Dispute, given: Given) -> Said:
    sent = _end(case, Outcome.RECALLED, given["reason"])
    return {str(_("移送给")): str(sent.to), str(_("理由")): sent.answer}


def lapse(case: Dispute) -> None:
    """What was not answered when the case ended is not answered when it is taken up again."""
    if waiting(case):
        _end(case, Outcome.LAPSED, "")


def _end(case: Dispute, outcome: Outcome, answer: str) -> Transfer:
    sent: Any = case.transfers.select_for_update().get(outcome="")
    sent.outcome, sent.answer, sent.ended_on = outcome, answer, timezone.localdate()
    sent.save()
    return sent


def the_other_side(case: Dispute) -> Iterable[User]:
    """The director; where there is none, whoever can take it."""
    sent = waiting(case)
    return (directors_of(sent.to) or receivers_of(sent.to)) if sent else ()


def who_sent(case: Dispute) -> Iterable[User]:
    return [one.by for one in case.transfers.all()[:1]]


def the_owner(case: Dispute) -> Iterable[User]:
    return [case.owner] if case.owner else []


def transfers_page(case: Dispute) -> str:
    return reverse("disputes:transfers")


TERMS = (
    Running(
        "receive",
        _("对方接收或者退回移送"),
        states=OPEN,
        rule="MED-46",
        since=sent_on,
        met_by=("receive", "send_home", "call_back"),
        when=is_sent,
    ),
)

ACTS = (
    Transition(
        "send",
        _("移送其他司法所"),
        sources=OPEN,
        target=None,
        right=HANDLE,
        told=_("{by}提出把{subject}移送其他司法所"),
        write=send,
        needs=(NOT_SENT, NOT_OFFERED, REPORTED_FIRST),
        wants=(TO_OFFICE, guards.REASON),
        tells=(
            Telling(
                the_other_side, _("有一件纠纷移送给您的司法所,请接收或者退回。"), transfers_page
            ),
        ),
    ),
    Transition(
        "receive",
        _("接收其他司法所的移送"),
        sources=OPEN,
        target=None,
        right=RECEIVE,
        told=_("{by}接收了其他司法所移送的{subject}"),
        write=receive,
        wants=(HANDLED_THERE,),
        tells=(
            Telling(the_owner, _("有一件其他司法所移送来的纠纷由您承办。")),
            Telling(who_sent, _("您移送的一件纠纷已由对方司法所接收。"), transfers_page),
        ),
        when=is_sent,
        where=other_office,
    ),
    Transition(
        "send_home",
        _("退回其他司法所的移送"),
        sources=OPEN,
        target=None,
        right=RECEIVE,
        told=_("{by}退回了其他司法所移送的{subject}"),
        write=send_home,
        wants=(guards.REASON,),
        tells=(Telling(the_owner, _("您移送的一件纠纷被对方司法所退回,仍由您承办。")),),
        when=is_sent,
        where=other_office,
    ),
    Transition(
        "call_back",
        _("撤回给其他司法所的移送"),
        sources=OPEN,
        target=None,
        right=HANDLE,
        told=_("{by}撤回了把{subject}移送其他司法所"),
        write=call_back,
        wants=(guards.REASON,),
        when=is_sent,
    ),
)
