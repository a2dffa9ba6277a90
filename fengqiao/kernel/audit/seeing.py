"""That somebody looked at a file: once a day for each, for a page may show the same picture often."""

from typing import TYPE_CHECKING

from django.db.models import Model
from django.utils import timezone

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.audit.recording import record

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


def seen(act: str, *, by: "User", subject: Model, area: Area, label: str = "") -> None:
    """Record the first look of the day; two at the same instant may both be recorded."""
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    if not Entry.objects.about(subject).filter(act=act, by=by, at__gte=today).exists():
        record(act, by=by, subject=subject, area=area, label=label)
