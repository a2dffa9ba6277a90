"""What the acts share."""

from datetime import date
from typing import Any

from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.lib.faults import InputRefused

OLDEST = date(1949, 10, 1)


def refuse_day(day: date, after: date = OLDEST) -> None:
    """What has happened happened, and not before what is on record."""
    if day > timezone.localdate():
        raise InputRefused(_("日期不能晚于今天。"))
    if day < after:
        raise InputRefused(_("日期不能早于%(day)s。") % {"day": after.isoformat()})


def put(row: Model, values: dict[str, Any]) -> str:
    """Write the values into the row, unsaved; the labels of what is different, empty where nothing."""
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, values[name])
    return "、".join(str(row._meta.get_field(name).verbose_name) for name in changed)  # type: ignore[union-attr]
