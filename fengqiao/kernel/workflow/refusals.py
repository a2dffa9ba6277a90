"""Why an act was not done: each a sentence for whoever tried."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.workflow.tables import Guard, Procedure, Transition
from fengqiao.lib.faults import InputRefused


class Refused(InputRefused):
    """The act was not done, and nothing was written."""


class Overtaken(Refused):
    """Somebody else was first; `event` is what he did."""

    def __init__(self, procedure: Procedure, event: Any) -> None:
        self.event = event
        super().__init__(
            _("%(who)s%(what)s,您看到的已不是最新情况。请核对后再办。")
            % {"who": who_and_when(event), "what": label_of(procedure, event.act)}
        )


class NotNow(Refused):
    """No row leads on from the state in which the case stands."""

    def __init__(self, procedure: Procedure, row: Transition, case: Any, event: Any) -> None:
        state = procedure.states(case.state).label
        words = {"state": state, "act": row.label, "last": who_and_when(event)}
        super().__init__(_("目前是“%(state)s”(%(last)s办理),不能办理“%(act)s”。") % words)


class Unmet(Refused):
    """A guard does not hold."""

    def __init__(self, guard: Guard) -> None:
        self.guard = guard
        super().__init__(guard.sentence)


def who_and_when(event: Any) -> str:
    """许晓燕于11月28日14:03."""
    at = timezone.localtime(event.at)
    who = event.by.name if event.by else _("系统")
    return _("%(who)s于%(month)d月%(day)d日%(hour)02d:%(minute)02d") % {
        "who": who,
        "month": at.month,
        "day": at.day,
        "hour": at.hour,
        "minute": at.minute,
    }


def label_of(procedure: Procedure, act: str) -> str:
    """An act in words."""
    return next((str(row.label) for row in procedure.rows() if row.act == act), act)
