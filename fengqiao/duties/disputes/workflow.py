"""Read this first: what may be done with a dispute, from where to where, by whom, on what conditions."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes import appointing, guards, passing, transferring, writing
from fengqiao.duties.disputes.deadlines import TERMS
from fengqiao.duties.disputes.documents import DOCUMENTS
from fengqiao.duties.disputes.dossier.binding import BOUND
from fengqiao.duties.disputes.enums import ENDS, State
from fengqiao.duties.disputes.models import Dispute, DisputeEvent
from fengqiao.duties.disputes.opinions import acts as opinions
from fengqiao.duties.disputes.permissions import HANDLE, LEDGER, REGISTER
from fengqiao.duties.disputes.reports import acts as reports
from fengqiao.duties.disputes.reports.guards import NOTHING_OWED
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.workflow.tables import (
    TAKE_AGAIN,
    TAKE_BACK,
    TAKE_OVER,
    Procedure,
    Telling,
    Transition,
)

OPEN = (State.REGISTERED, State.ACCEPTED, State.MEDIATING)
MEDIATED = (State.ACCEPTED, State.MEDIATING)
ANY = tuple(State)
# Where all agreed, a new dispute about it is a new case.
REOPENED = (State.FAILED, State.DECLINED, State.REFUSED, State.WITHDRAWN)


def the_owner(case: Dispute) -> Iterable[User]:
    return [case.owner] if case.owner else []


FIRST = Transition(
    "register",
    _("登记"),
    sources=(),
    target=State.REGISTERED,
    right=REGISTER,
    told=_("{by}登记了{subject}"),
    write=writing.register,
    wants=(guards.OWNED_HERE,),
    tells=(Telling(the_owner, _("有一件新登记的纠纷由您承办。")),),
)

TRANSITIONS = (
    *reports.ACTS,
    *appointing.ACTS,
    *passing.ACTS,
    *transferring.ACTS,
    Transition(
        "accept",
        _("受理"),
        sources=(State.REGISTERED,),
        target=State.ACCEPTED,
        right=HANDLE,
        told=_("{by}受理了{subject}"),
        write=writing.accept,
        needs=(guards.TWO_PARTIES, guards.REPRESENTED, appointing.ENTRUSTED),
        wants=(
            guards.AGREED_TO,
            guards.AGREED_TO_OFFICIALS,
            guards.NOWHERE_ELSE,
            guards.SCREENED,
            guards.VICTIM_TOLD,
            guards.REPORTED,
        ),
        reversible=True,
        main=True,
    ),
    Transition(
        "tell",
        _("登记书面告知"),
        sources=(*MEDIATED, State.DECLINED),
        target=None,
        right=HANDLE,
        told=_("{by}把{subject}的受理结果书面告知了当事人"),
        write=writing.tell,
        needs=(guards.NOT_TOLD_YET,),
        reversible=True,
        main=True,
    ),
    Transition(
        "start",
        _("开始调解"),
        sources=(State.ACCEPTED,),
        target=State.MEDIATING,
        right=HANDLE,
        told=_("{by}告知权利义务后开始调解{subject}"),
        write=writing.start,
        needs=(appointing.MEDIATOR_SITS,),
        wants=(guards.RIGHTS_TOLD,),
        reversible=True,
        main=True,
    ),
    Transition(
        "session",
        _("记录调解"),
        sources=(State.MEDIATING,),
        target=None,
        right=HANDLE,
        told=_("{by}记录了{subject}的一次调解"),
        write=writing.session,
        needs=(appointing.MEDIATOR_SITS,),
        wants=(guards.RECORD,),
        main=True,
    ),
    Transition(
        "draft",
        _("起草协议"),
        sources=(State.MEDIATING,),
        target=None,
        right=HANDLE,
        told=_("{by}起草了{subject}的协议"),
        write=writing.draft,
        wants=(guards.OBLIGATIONS,),
    ),
    Transition(
        "agree",
        _("调解成功"),
        sources=(State.MEDIATING,),
        target=State.AGREED,
        right=HANDLE,
        told=_("{by}登记{subject}调解成功"),
        write=writing.agree,
        needs=(*NOTHING_OWED, appointing.MEDIATOR_SITS, guards.SOUND),
        wants=(
            guards.MADE_OF_ROWS,
            guards.CONTENT,
            guards.SIGNED,
            guards.SEALED,
            guards.SIGNED_IN_TIME,
            guards.DUE_LATER,
            guards.AUTHORITY,
        ),
        reversible=True,
    ),
    Transition(
        "fail",
        _("调解不成"),
        sources=(State.MEDIATING,),
        target=State.FAILED,
        right=HANDLE,
        told=_("{by}因调解不成终结了{subject}"),
        write=writing.fail,
        needs=NOTHING_OWED,
        wants=(guards.REASON, guards.ROUTES_TOLD_BY_LAW, guards.ROUTES_TOLD_OFFICIALLY),
        reversible=True,
    ),
    Transition(
        "extend",
        _("延长调解期限"),
        sources=MEDIATED,
        target=None,
        right=HANDLE,
        told=_("{by}经当事人同意延长了{subject}的调解期限"),
        write=writing.extend,
        wants=(guards.AGREED_TO_LONGER, guards.REASON),
        extends=("mediate", "mediate_officially"),
    ),
    Transition(
        "represent",
        _("登记代理人、代表人"),
        sources=OPEN,
        target=None,
        right=HANDLE,
        told=_("{by}登记了{subject}的代理人、代表人"),
        write=writing.represent,
        wants=(guards.WHOSE, guards.ONE_PARTY, guards.PAPER),
    ),
    Transition(
        "unrepresent",
        _("终止代理、代表"),
        sources=OPEN,
        target=None,
        right=HANDLE,
        told=_("{by}登记了{subject}的代理、代表终止"),
        write=writing.unrepresent,
        wants=(guards.STANDS, guards.REASON),
        when=guards.is_spoken_for,
    ),
    Transition(
        "party",
        _("补充、更正当事人"),
        sources=OPEN,
        target=None,
        right=HANDLE,
        told=_("{by}补充、更正了{subject}的当事人"),
        write=writing.party,
    ),
    Transition(
        "amend",
        _("补充、更正登记"),
        sources=OPEN,
        target=None,
        right=HANDLE,
        told=_("{by}补充、更正了{subject}的登记内容"),
        write=writing.amend,
    ),
    Transition(
        "hand_over",
        _("移交承办人"),
        sources=(*OPEN, State.DECLINED),
        target=None,
        right=HANDLE,
        told=_("{by}移交了{subject}"),
        write=writing.hand_over,
        wants=(guards.TO_HANDLER, guards.TO_ANOTHER, appointing.TO_FREE, guards.REASON),
        tells=(Telling(the_owner, _("有一件纠纷移交给您承办。")),),
    ),
    Transition(
        "decline",
        _("不予受理"),
        sources=(State.REGISTERED,),
        target=State.DECLINED,
        right=HANDLE,
        told=_("{by}对{subject}不予受理"),
        write=writing.decline,
        needs=NOTHING_OWED,
        wants=(guards.GROUND, guards.REASON, guards.ROUTES_TOLD),
        reversible=True,
    ),
    Transition(
        "refuse",
        _("当事人拒绝"),
        sources=OPEN,
        target=State.REFUSED,
        right=HANDLE,
        told=_("{by}因当事人拒绝调解终结了{subject}"),
        write=writing.refuse,
        needs=NOTHING_OWED,
        wants=(guards.ROUTES_TOLD,),
        reversible=True,
    ),
    Transition(
        "reopen",
        _("重新办理"),
        sources=REOPENED,
        target=State.REGISTERED,
        right=HANDLE,
        told=_("{by}重新办理了{subject}"),
        write=writing.reopen,
        wants=(guards.REASON, guards.TO_HANDLER, appointing.TO_FREE),
        tells=(Telling(the_owner, _("有一件已经结案的纠纷重新办理,由您承办。")),),
        reversible=True,
    ),
    Transition(
        "withdraw",
        _("撤回"),
        sources=OPEN,
        target=State.WITHDRAWN,
        right=HANDLE,
        told=_("{by}登记申请人撤回了{subject}"),
        write=writing.withdraw,
        needs=NOTHING_OWED,
        wants=(guards.REASON,),
        reversible=True,
    ),
    *opinions.ACTS,
)

PROCEDURE = Procedure(
    name="disputes",
    title=_("纠纷"),
    states=State,
    ends=ENDS,
    first=FIRST,
    transitions=TRANSITIONS,
    terms=(*TERMS, *reports.TERMS, *transferring.TERMS),
    taking_back=Transition(
        TAKE_BACK,
        _("撤销上一步"),
        sources=ANY,
        target=None,
        right=HANDLE,
        told=_("{by}撤销了{subject}上一步误办的事项"),
    ),
    event=DisputeEvent,
    documents=(*DOCUMENTS, BOUND),
    ledger=(
        Transition(
            TAKE_OVER,
            _("台账接管"),
            sources=(),
            target=None,
            right=LEDGER,
            told=_("{by}从台账接管了{subject}"),
        ),
        Transition(
            TAKE_AGAIN,
            _("台账更新"),
            sources=(),
            target=None,
            right=LEDGER,
            told=_("{by}按台账更新了{subject}"),
        ),
    ),
    line=(State.REGISTERED, State.ACCEPTED, State.MEDIATING),
)
