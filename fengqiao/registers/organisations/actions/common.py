"""What the acts share: who recorded it, the turn of the register, and the office that must be there."""

from contextlib import AbstractContextManager
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.turns import turn
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.organisations.models import OfficeRecord

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

REGISTER = "organisations"


def register_turn() -> AbstractContextManager[int]:
    """The transaction of an act; acts and imports wait for each other."""
    return turn(REGISTER)


def recorded(by: "User | None", source: str = "") -> dict[str, Any]:
    """The columns that say where a row comes from; without a user it is the command line."""
    words = source or (_("%(name)s登记") % {"name": by} if by else _("命令行"))
    return {"source": words, "recorded_by": by, "recorded_at": timezone.now()}


def record_on(office: Area, on: date) -> OfficeRecord:
    """The office's record of the day; refuses a day on which the office is not there."""
    record = OfficeRecord.objects.on(on).filter(office=office).first()
    if record is None:
        raise InputRefused(_("%(day)s这一天没有这个司法所。") % {"day": say(on)})
    found: OfficeRecord = record
    return found


def say(day: date) -> str:
    """A day in words: 2021年8月19日."""
    return _("%(year)d年%(month)d月%(day)d日") % {
        "year": day.year,
        "month": day.month,
        "day": day.day,
    }
