"""The catalogue of a file as a table: what belongs in it, when it must be there, which papers of the
system lie under it. Order and words are those of the form 卷内目录 (司发通〔2010〕239号); 行政调解 has no
national form and leaves out what is a committee's."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.enums import PEOPLES_LAW, AgreementForm, Kind, Standing, State
from fengqiao.duties.disputes.models import Dispute

ALL = tuple(Kind)
Needed = Callable[[Dispute], bool]
MEDIATED = (State.MEDIATING, State.AGREED, State.FAILED)
ENDED_WITHOUT = (State.FAILED, State.REFUSED, State.DECLINED)
REPORTED = (State.AGREED, State.FAILED, State.REFUSED, State.WITHDRAWN)


def if_asked_for(case: Dispute) -> bool:
    """Lies in the file where there is any (按需)."""
    return False


def once_accepted(case: Dispute) -> bool:
    return case.accepted_on is not None


def once_mediated(case: Dispute) -> bool:
    """A ledger says the state alone, not the day on which mediation began."""
    return case.started_on is not None or case.state in MEDIATED


def once_agreed(case: Dispute) -> bool:
    """Where a ledger says that nothing was written down, there is nothing to lay in."""
    return case.state == State.AGREED and case.agreement_form != AgreementForm.NONE


def once_ended_without(case: Dispute) -> bool:
    return case.state in ENDED_WITHOUT


def once_reported(case: Dispute) -> bool:
    return case.state in REPORTED


def where_entrusted(case: Dispute) -> bool:
    """Somebody speaks for a party by its will, and needs its paper (民法典 165)."""
    return any(
        one.ended_on is None and one.standing != Standing.LEGAL
        for one in case.representatives.all()
    )


def in_writing(case: Dispute) -> bool:
    return case.agreement_form == AgreementForm.WRITTEN


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the catalogue. `papers`: rows of `documents.py` that lie under it by themselves;
    `signed`: where what counts is the paper with the hands on it, not our print."""

    name: str
    title: str | Promise
    needed: Needed = if_asked_for
    papers: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ALL
    signed: Needed = if_asked_for


CATALOGUE = (
    Entry(
        "application",
        _("申请书或者受理登记表"),
        once_accepted,
        ("application", "register", "acceptance"),
    ),
    Entry("rights", _("权利义务告知书"), once_accepted, ("rights",), kinds=PEOPLES_LAW),
    Entry("identity", _("当事人身份证明"), once_accepted),
    Entry("authority", _("授权委托书、推选书"), where_entrusted),
    Entry("inquiry", _("调查记录"), papers=("asked",)),
    Entry("evidence", _("证据材料")),
    Entry("sessions", _("调解记录"), once_mediated, ("session",)),
    Entry(
        "agreement",
        _("调解协议书或者口头协议登记表"),
        once_agreed,
        ("agreement", "official_agreement", "oral"),
        signed=in_writing,
    ),
    Entry("ending", _("终结书、不予受理通知书"), once_ended_without, ("declined", "ended")),
    Entry("performance", _("履行凭证")),
    Entry("visits", _("回访记录")),
    Entry("confirmation", _("司法确认材料"), kinds=PEOPLES_LAW),
    Entry("report", _("结案报告表"), once_reported, ("report",)),
    Entry("situation", _("卷宗情况说明和其他材料")),
)


def entries_of(case: Dispute) -> list[Entry]:
    """Those of this kind of mediation, in their order."""
    return [one for one in CATALOGUE if case.kind in one.kinds]


def entry_named(case: Dispute, name: str) -> Entry | None:
    return next((one for one in entries_of(case) if one.name == name), None)
