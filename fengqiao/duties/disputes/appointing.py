"""The acts by which a dispute gets its mediator, and by which one keeps out of it."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.enums import PEOPLES_LAW, Chosen, Conflict, State
from fengqiao.duties.disputes.handlers import handlers_of
from fengqiao.duties.disputes.handling import bodies_of
from fengqiao.duties.disputes.models import Avoidance, Dispute
from fengqiao.duties.disputes.permissions import HANDLE
from fengqiao.kernel.workflow.tables import Given, Guard, Said, Telling, Transition
from fengqiao.registers.mediation.models import Mediator

OPEN = (State.REGISTERED, State.ACCEPTED, State.MEDIATING)


def is_entrusted(case: Dispute) -> bool:
    """Where the office has registered bodies, one of them handles what is accepted."""
    return case.body_id is not None or not bodies_of(case.office).exists()


def has_body(case: Dispute) -> bool:
    return case.body_id is not None


def mediator_sits(case: Dispute) -> bool:
    """Who mediates is in office today."""
    return case.mediator is None or _sits(case, case.mediator)


def given_sits(case: Dispute, given: Given) -> bool:
    one: Mediator | None = given.get("mediator")
    return one is not None and _sits(case, one)


def is_free(case: Dispute, given: Given) -> bool:
    """MED-08: who declared a conflict does not mediate here."""
    return not _avoids(case, given.get("mediator"))


def is_another(case: Dispute, given: Given) -> bool:
    one: Mediator | None = given.get("mediator")
    return one is not None and one.pk != case.mediator_id


def is_asked(case: Dispute, given: Given) -> bool:
    """The mediator was asked whether anything binds him to the case or to a party."""
    return bool(given.get("asked"))


def has_conflict(case: Dispute, given: Given) -> bool:
    return given.get("ground") in Conflict.values and given.get("mediator") is not None


def is_not_the_owner(case: Dispute, given: Given) -> bool:
    """The case is never without an owner: it is handed over first."""
    one: Mediator | None = given.get("mediator")
    return one is None or one.account_id is None or one.account_id != case.owner_id


def goes_to_who_is_free(case: Dispute, given: Given) -> bool:
    """Nor does the case go to the account of somebody who keeps out of it."""
    to = given.get("to")
    return to is None or not case.avoidances.filter(mediator__account=to).exists()


def _sits(case: Dispute, mediator: Mediator) -> bool:
    seated = Mediator.objects.seated_on(timezone.localdate(), case.body)
    return seated.filter(pk=mediator.pk).exists()


def _avoids(case: Dispute, mediator: Mediator | None) -> bool:
    return mediator is not None and case.avoidances.filter(mediator=mediator).exists()


ENTRUSTED = Guard(
    is_entrusted,
    _("请先在“补充、更正登记”里选定办理的调委会或者调解工作室。"),
    kinds=PEOPLES_LAW,
)
HAS_BODY = Guard(has_body, _("请先在“补充、更正登记”里选定办理的调委会或者调解工作室。"))
MEDIATOR_SITS = Guard(mediator_sits, _("这件纠纷的调解员已经离任,请先另行确定调解员。"))
SITS = Guard(given_sits, _("请在办理的调解组织现任调解员里选一名。"))
FREE = Guard(is_free, _("这名调解员对本案已登记回避,请另选一名。"))
ANOTHER = Guard(is_another, _("这件纠纷已经由这名调解员调解。"))
ASKED = Guard(
    is_asked,
    _("请先问清调解员与本案和各方当事人没有利害关系;有的,请办理“登记回避”。"),
)
CONFLICT = Guard(has_conflict, _("请选择调解员和回避的原因。"))
NOT_TWICE = Guard(is_free, _("这名调解员对本案已经登记过回避。"))
NOT_OWNER = Guard(is_not_the_owner, _("这名调解员是本案的承办人,请先移交承办人,再登记回避。"))
TO_FREE = Guard(goes_to_who_is_free, _("这位同事对本案已登记回避,请另选一人。"))


def appoint(case: Dispute, given: Given) -> Said:
    """With an account that may handle cases here he answers for it from now on."""
    case.mediator, case.chosen = given["mediator"], given.get("chosen") or Chosen.BODY
    account = given["mediator"].account
    if account and handlers_of(case.office).filter(pk=account.pk).exists():
        case.owner = account
    return {
        str(_("调解员")): given["mediator"].name,
        str(_("由谁确定")): str(Chosen(case.chosen).label),
        str(_("承办人")): case.owner_name,
    }


def avoid(case: Dispute, given: Given) -> Said:
    """The case is without that mediator at once."""
    one: Mediator = given["mediator"]
    made = Avoidance.objects.create(
        dispute=case, mediator=one, ground=given["ground"], declared_on=given["on"]
    )
    if case.mediator_id == one.pk:
        case.mediator, case.chosen = None, ""
    return {
        str(_("调解员")): one.name,
        str(_("原因")): str(made.get_ground_display()),
        str(_("说明")): given.get("words", ""),
    }


def the_owner(case: Dispute) -> list[Any]:
    return [case.owner] if case.owner else []


ACTS = (
    Transition(
        "appoint",
        _("确定调解员"),
        sources=OPEN,
        target=None,
        right=HANDLE,
        told=_("{by}确定了{subject}的调解员"),
        write=appoint,
        needs=(HAS_BODY,),
        wants=(SITS, FREE, ANOTHER, ASKED),
        tells=(Telling(the_owner, _("有一件纠纷由您调解。")),),
        kinds=PEOPLES_LAW,
    ),
    Transition(
        "avoid",
        _("登记回避"),
        sources=OPEN,
        target=None,
        right=HANDLE,
        told=_("{by}登记了{subject}一名调解员的回避"),
        write=avoid,
        needs=(HAS_BODY,),
        wants=(CONFLICT, NOT_TWICE, NOT_OWNER),
        kinds=PEOPLES_LAW,
    ),
)
