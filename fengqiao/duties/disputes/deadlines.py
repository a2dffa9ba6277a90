"""The terms of a dispute. Each belongs to states; the engine starts and ends it with them."""

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.enums import PEOPLES_LAW, Kind, Matter, Source, State
from fengqiao.duties.disputes.models import Dispute
from fengqiao.kernel.deadlines.calendar import in_force
from fengqiao.kernel.deadlines.terms import length_by
from fengqiao.kernel.workflow.tables import Running
from fengqiao.lib.days import reckon
from fengqiao.lib.faults import InputRefused

MEDIATED = (State.ACCEPTED, State.MEDIATING)


def registered(case: Dispute) -> date:
    return case.reopened_on or case.registered_on


def accepted(case: Dispute) -> date:
    return case.accepted_on or case.registered_on


def asked(case: Dispute) -> date:
    return case.asked_on or case.registered_on


def decided(case: Dispute) -> date:
    """On the day on which it was accepted or not."""
    return case.accepted_on or case.ended_on or registered(case)


def is_not_told(case: Dispute) -> bool:
    """Of what was decided before it came in from a ledger nothing is owed here."""
    return case.told_on is None and not case.was_decided_elsewhere


def is_labour_application(case: Dispute) -> bool:
    """MED-12 counts from the application."""
    return case.matter == Matter.LABOUR and case.source == Source.APPLICATION


class Limitation(NamedTuple):
    """Until when a right may still be pursued in court, as a rule of thumb that is shown, not run."""

    years: int
    due: date
    cite: str


def limitation_of(case: Dispute) -> Limitation | None:
    """MED-04: counted anew from the day of the request; where nobody asked, nothing is interrupted."""
    if case.asked_on is None or case.source != Source.APPLICATION:
        return None
    try:
        length = length_by("MED-04", case.asked_on)
    except InputRefused:  # before the 民法典
        return None
    found = reckon(case.asked_on, length.length, length.unit, in_force(), rolls=length.rolls)
    return Limitation(length.length, found.due, length.cite)


TERMS = (
    Running(
        "decide",
        _("决定是否受理"),
        states=(State.REGISTERED,),
        rule="MED-34",
        since=registered,
        met_by=("accept", "decline", "refuse", "withdraw"),
    ),
    Running(
        "mediate",
        _("调解期限"),
        states=MEDIATED,
        rule="MED-11",
        since=accepted,
        met_by=("agree", "fail"),
        kinds=PEOPLES_LAW,
    ),
    Running(
        "mediate_officially",
        _("行政调解期限"),
        states=MEDIATED,
        rule="MED-35",
        since=accepted,
        met_by=("agree", "fail"),
        kinds=(Kind.ADMINISTRATIVE,),
    ),
    Running(
        "labour",
        _("劳动争议调解满15日可以申请仲裁"),
        states=(State.REGISTERED, *MEDIATED),
        rule="MED-12",
        since=asked,
        kinds=PEOPLES_LAW,
        when=is_labour_application,
    ),
    Running(
        "tell",
        _("书面告知当事人"),
        states=(*MEDIATED, State.DECLINED),
        rule="MED-36",
        since=decided,
        met_by=("tell",),
        when=is_not_told,
    ),
)
