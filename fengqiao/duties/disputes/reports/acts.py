"""The acts of reporting, and their terms. They leave the state as it is and are not taken back: what
was told to the police stays told; an entry by mistake is struck out before it is reported."""

from collections.abc import Callable, Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes import alarms
from fengqiao.duties.disputes.dangers import Danger
from fengqiao.duties.disputes.enums import PEOPLES_LAW, Kind, State
from fengqiao.duties.disputes.guards import REASON
from fengqiao.duties.disputes.handlers import directors_of
from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.permissions import HANDLE
from fengqiao.duties.disputes.reports import guards, writing
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.workflow.tables import Running, Telling, Transition
from fengqiao.lib.days import ONE

OPEN = (State.REGISTERED, State.ACCEPTED, State.MEDIATING)
HARM = (Danger.MINOR, Danger.VIOLENCE)


def the_directors(case: Dispute) -> Iterable[User]:
    return directors_of(case.office)


ACTS = (
    Transition(
        "report",
        _("登记报告"),
        sources=OPEN,
        target=None,
        right=HANDLE,
        told=_("{by}登记了{subject}向有关部门的报告"),
        write=writing.report,
        wants=(
            guards.DUE,
            guards.TO_WHOM,
            guards.TO_POLICE,
            guards.TO_PROTECTORS,
            guards.IN_ORDER,
        ),
        when=guards.owes_a_report,
        main=True,
    ),
    Transition(
        "answer",
        _("登记答复"),
        sources=OPEN,
        target=None,
        right=HANDLE,
        told=_("{by}登记了有关部门对{subject}报告的答复"),
        write=writing.answer,
        wants=(guards.WAITING, guards.ANSWER, guards.ANSWERED_LATER),
        when=guards.owes_an_answer,
    ),
    Transition(
        "danger",
        _("发现应当报告的情形"),
        sources=OPEN,
        target=None,
        right=HANDLE,
        told=_("{by}登记了{subject}应当报告的情形"),
        write=writing.danger,
        wants=(guards.DANGER, guards.FOUND),
        tells=(Telling(the_directors, _("有一件纠纷发现了应当立即报告的情形。")),),
    ),
    Transition(
        "mistaken",
        _("撤下误登的情形"),
        sources=OPEN,
        target=None,
        right=HANDLE,
        told=_("{by}撤下了{subject}误登的应当报告的情形"),
        write=writing.mistaken,
        wants=(guards.DUE, REASON),
        tells=(Telling(the_directors, _("有一件纠纷撤下了误登的应当报告的情形,请核对。")),),
        when=guards.owes_a_report,
    ),
)


def before_found(*dangers: Danger) -> Callable[[Dispute], date]:
    """The day before the first was found: it is to be reported on that day itself."""
    return lambda case: min(one.found_on for one in alarms.due(case, *dangers)) - ONE


def last_reported(case: Dispute) -> date:
    return min(one.reported_on for one in alarms.waiting(case) if one.reported_on)


def owes_harm(case: Dispute) -> bool:
    return bool(alarms.due(case, *HARM))


def owes_offence(case: Dispute) -> bool:
    return bool(alarms.due(case, Danger.OFFENCE))


TERMS = (
    Running(
        "report",
        _("立即报告未成年人受侵害、家庭暴力的情形"),
        states=OPEN,
        rule="PRV-07",
        since=before_found(*HARM),
        met_by=("report",),
        when=owes_harm,
    ),
    Running(
        "report_offence",
        _("当日报告可能引起治安、刑事案件的情形"),
        states=OPEN,
        rule="MED-13",
        since=before_found(Danger.OFFENCE),
        met_by=("report",),
        kinds=PEOPLES_LAW,
        when=owes_offence,
    ),
    Running(
        "report_offence_officially",
        _("当日报告可能引起治安、刑事案件的情形"),
        states=OPEN,
        rule="MED-40",
        since=before_found(Danger.OFFENCE),
        met_by=("report",),
        kinds=(Kind.ADMINISTRATIVE,),
        when=owes_offence,
    ),
    Running(
        "answer",
        _("催问报告的答复"),
        states=OPEN,
        rule="MED-41",
        since=last_reported,
        met_by=("answer",),
        when=guards.owes_an_answer,
    ),
)
