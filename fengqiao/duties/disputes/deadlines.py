"""The terms of a dispute. Each belongs to states; the engine starts and ends it with them."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.enums import PEOPLES_LAW, Kind, Matter, Source, State
from fengqiao.duties.disputes.models import Dispute
from fengqiao.kernel.workflow.tables import Running

MEDIATED = (State.ACCEPTED, State.MEDIATING)


def registered(case: Dispute) -> date:
    return case.registered_on


def accepted(case: Dispute) -> date:
    return case.accepted_on or case.registered_on


def asked(case: Dispute) -> date:
    return case.asked_on or case.registered_on


def decided(case: Dispute) -> date:
    """On the day on which it was accepted or not."""
    return case.accepted_on or case.ended_on or case.registered_on


def is_not_told(case: Dispute) -> bool:
    return case.told_on is None


def is_labour_application(case: Dispute) -> bool:
    """MED-12 counts from the application."""
    return case.matter == Matter.LABOUR and case.source == Source.APPLICATION


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
