"""What the reports of a case say of it. A case without an alarm is asked nothing more, so that the
many cases where nothing was found cost no query."""

from fengqiao.duties.disputes.dangers import Alarm, Danger
from fengqiao.duties.disputes.models import Dispute, Report


def due(case: Dispute, *dangers: Danger) -> list[Report]:
    """What was found and not yet reported, of these dangers (none named: of all)."""
    if case.alarm != Alarm.DUE:
        return []
    wanted = dangers or tuple(Danger)
    return [one for one in case.reports.all() if one.is_due and one.danger in wanted]


def waiting(case: Dispute) -> list[Report]:
    """What was reported and not yet answered."""
    return [one for one in case.reports.all() if one.is_waiting] if case.alarm else []


def harm_is_reported(case: Dispute) -> bool:
    """Whether harm to one who cannot protect himself stands reported to the police or the others."""
    harm = (Danger.MINOR, Danger.VIOLENCE)
    return any(one.reported_on and one.danger in harm for one in case.reports.all())


def alarm_of(case: Dispute) -> str:
    """What the case owes now, from its rows."""
    rows = list(case.reports.all())
    if any(one.is_due for one in rows):
        return Alarm.DUE
    return Alarm.WAITING if any(one.is_waiting for one in rows) else ""
