"""Who may see and handle disputes. A bureau sees number, kind, state and days of the cases of its area,
not who is in dispute nor what about; a mediator sees the cases that he answers for, the head of a
committee those that it handles."""

from collections.abc import Callable
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.enums import ENDS, State
from fengqiao.duties.disputes.models import (
    Agreement,
    Avoidance,
    Dispute,
    DisputeEvent,
    DisputeToken,
    DossierDraft,
    Enclosure,
    Instalment,
    LedgerRow,
    Obligation,
    Opinion,
    Party,
    Report,
    Representative,
    Session,
    Transfer,
    TransferSide,
)
from fengqiao.duties.disputes.models.dispute import RECEIVE, TAKE
from fengqiao.kernel.accounts.enums import BUREAUS, Role
from fengqiao.kernel.accounts.rights import Reach, Right, Scope, reach
from fengqiao.registers.mediation.heads import headed_by

LIST = "disputes.list"
SEE = "disputes.see"
REGISTER = "disputes.register"
HANDLE = "disputes.handle"
OPEN = "disputes.open"
ASSIGN = "disputes.assign"
LEDGER = "disputes.take_over"
OPINIONS = "disputes.opinions"
OPEN_STATES = tuple(state for state in State if state not in ENDS)

STAFF = (Role.DIRECTOR, Role.ASSISTANT)
HANDLERS = (*STAFF, Role.MEDIATOR)  # who may answer for a case
OFFICE_AND_OWN = reach(*STAFF) | reach(Role.MEDIATOR, far=Reach.OWN)

RIGHTS = [
    Right(
        LIST,
        _("查看纠纷的案号、类型、状态、日期和司法所(不含当事人和内容)"),
        OFFICE_AND_OWN | reach(*BUREAUS),
        _("方案 2.3.a、2.3.f"),
    ),
    Right(
        SEE,
        _("查看纠纷的当事人(证件、电话、住址遮盖)和内容"),
        OFFICE_AND_OWN,
        _("人民调解法第十五条第四项;个人信息保护法第三十四条"),
    ),
    Right(REGISTER, _("登记、承办纠纷"), reach(*HANDLERS), _("方案 2.3.f;人民调解法第十七条")),
    Right(HANDLE, _("受理、办理、移交纠纷"), OFFICE_AND_OWN, _("方案 2.3.a、2.3.f")),
    Right(TAKE, _("接收、退回其他调解组织移送的纠纷"), OFFICE_AND_OWN, _("方案 2.3.a、2.3.f")),
    Right(RECEIVE, _("接收、退回其他司法所移送的纠纷"), reach(*STAFF), _("方案 2.3.a、2.3.f")),
    Right(
        OPEN,
        _("打开当事人完整的证件号码、电话和住址"),
        OFFICE_AND_OWN,
        _("个人信息保护法第六条、第二十八条"),
    ),
    Right(ASSIGN, _("登记时指定承办人"), reach(*STAFF), _("方案 2.3.f")),
    Right(
        OPINIONS,
        _("查看当事人评价的合计(满五份一起计入)"),
        reach(*STAFF, *BUREAUS),
        _("方案 2.3.a"),
    ),
    Right(LEDGER, _("导入调解台账,接管其中的案件"), reach(*STAFF, *BUREAUS), _("方案 2.3.f")),
]


def shared(path: str = "") -> Callable[[Any, str], Q]:
    """What somebody sees besides what he answers for: as head of a body what it handles, and of what is
    offered to it that it is there. `path` leads from the row to its dispute."""

    def condition(user: Any, right: str) -> Q:
        bodies = headed_by(user)
        offered = Q(**{f"{path}offered_to__in": bodies, f"{path}state__in": OPEN_STATES})
        if right == TAKE:
            return offered
        own = Q(**{f"{path}body__in": bodies})
        return own | offered if right == LIST else own

    return condition


def scope(right: str, path: str = "dispute__") -> Scope:
    """Of what belongs to a dispute; `path` leads to it."""
    return Scope(
        right,
        area=f"{path}office",
        owner=f"{path}owner",
        own_by_right=True,
        shared=shared(path),
    )


SCOPES: dict[type[models.Model], Scope] = {
    Dispute: scope(LIST, ""),
    DisputeEvent: scope(LIST, "case__"),
    **dict.fromkeys(
        (
            *(Session, Agreement, Obligation, Representative, Report, Party, Avoidance, LedgerRow),
            *(Enclosure, DossierDraft),
        ),
        scope(SEE),
    ),
    Transfer: Scope(RECEIVE, area="sides__office", many=True),
    TransferSide: Scope(RECEIVE, area="office"),
    Opinion: Scope(OPINIONS, area="office"),
    Instalment: scope(SEE, "obligation__dispute__"),
    DisputeToken: Scope(
        LIST,
        area="office",
        owner="dispute__owner",
        own_by_right=True,
        shared=shared("dispute__"),
    ),
}
