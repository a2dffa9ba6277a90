"""Acts on the arrangement of a year: enter, confirm by another person, discard."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.deadlines.models import Arrangement, State
from fengqiao.kernel.deadlines.reading import read
from fengqiao.kernel.deadlines.tasks import RECOUNT
from fengqiao.kernel.jobs.running import start
from fengqiao.lib.faults import InputRefused

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


@transaction.atomic
def enter(*, year: int, number: str, issued_on: date, text: str, by: "User") -> Arrangement:
    """The days that the notice names, to be confirmed by somebody else."""
    days = read(text, year)
    made = Arrangement.objects.create(
        year=year,
        number=number,
        issued_on=issued_on,
        text=text,
        off=[day.isoformat() for day in days.off],
        worked=[day.isoformat() for day in days.worked],
        entered_by=by,
    )
    record("deadlines.entered", by=by, subject=made, label=str(made))
    return made


@transaction.atomic
def confirm(arrangement: Arrangement, *, by: "User") -> None:
    """From now on terms are counted by it; those that run are counted anew in the background."""
    found = _waiting(arrangement)
    if found.entered_by_id == by.pk:
        raise InputRefused(_("录入人不能复核自己录入的安排,请另一位同事复核。"))
    found.state, found.confirmed_by, found.confirmed_at = State.CONFIRMED, by, timezone.now()
    found.save()
    record("deadlines.confirmed", by=by, subject=found, label=str(found))
    start(RECOUNT, by=by)


@transaction.atomic
def discard(arrangement: Arrangement, *, by: "User") -> None:
    """What was entered wrongly; what is in force is replaced by entering it anew."""
    found = _waiting(arrangement)
    found.state = State.DISCARDED
    found.save()
    record("deadlines.discarded", by=by, subject=found, label=str(found))


def _waiting(arrangement: Arrangement) -> Arrangement:
    found = Arrangement.objects.select_for_update().get(pk=arrangement.pk)
    if found.state != State.ENTERED:
        raise InputRefused(_("这份安排%(state)s,不能再改。") % {"state": found.get_state_display()})
    return found
