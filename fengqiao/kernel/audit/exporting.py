"""What leaves the system as a file has a number, under which the trail knows who took it out, when and
for what; the register of exports is the trail itself."""

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.models import Entry, EntryQuerySet
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.audit.registry import Kind

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

# The details of every act of the kind EXPORT, and those of them that name nobody.
DETAILS = {
    "count": gettext_lazy("条数"),
    "in_clear": gettext_lazy("未遮盖"),
    "purpose": gettext_lazy("用途"),
    "reason": gettext_lazy("理由"),
    "asked": gettext_lazy("筛选"),
}
NAMELESS = ("count", "in_clear", "purpose")
NUMBER = re.compile(r"DC(\d{8})-(\d{1,18})", re.IGNORECASE)


class Taken(NamedTuple):
    """An export: its number, and the lines that stand in the file."""

    number: str
    notes: list[str]


def take_out(
    act: str,
    *,
    by: "User",
    area: Area | None,
    count: int,
    subject: Model | None = None,
    label: str = "",
    **details: Any,
) -> Taken:
    """Record an export of so many rows, or of one record's papers; `details` are others of
    `DETAILS`."""
    entry = record(act, by=by, area=area, subject=subject, label=label, count=count, **details)
    number, notes = number_of(entry), [line_of(entry)]
    why = ";".join(str(details[name]) for name in ("purpose", "reason") if details.get(name))
    return Taken(number, [*notes, *([_("用途:%s。") % why] if why else [])])


def line_of(entry: Entry) -> str:
    """The line in the file: number, who, when."""
    said = {
        "number": number_of(entry),
        "now": timezone.localtime(entry.at).strftime("%Y-%m-%d %H:%M"),
        "by": entry.by.name if entry.by else _("系统"),
    }
    return _("导出编号 %(number)s,由%(by)s于 %(now)s 导出。") % said


def number_of(entry: Entry) -> str:
    """Like DC20261128-1034: the day, and the number of the entry."""
    return f"DC{timezone.localtime(entry.at):%Y%m%d}-{entry.pk}"


def exports(rows: EntryQuerySet, number: str = "") -> EntryQuerySet:
    """The exports among the entries, or the one of this number; none where it is no number."""
    taken = rows.of_kind(Kind.EXPORT)
    if not number:
        return taken
    found = NUMBER.fullmatch(number.strip())
    if found is None:
        return taken.none()
    one = taken.filter(pk=int(found[2]))
    right = [entry.pk for entry in one if number_of(entry) == number.strip().upper()]
    return taken.filter(pk__in=right)
