"""After a restore: what was destroyed since the backup came back with it, and is destroyed again."""

from collections import defaultdict
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.recording import record
from fengqiao.registers.protection.enums import ListState, Outcome
from fengqiao.registers.protection.journal import Erased, keep_outside
from fengqiao.registers.protection.kept import Kept, kept_named
from fengqiao.registers.protection.models import Destruction
from fengqiao.registers.protection.words import period_of


def destroy_again(listed: Iterable[Erased]) -> int:
    """How many records were there again. A list of its own says so for each office; a record that
    only bears the number of a destroyed one stays."""
    by_list: dict[tuple[str, int], list[Erased]] = defaultdict(list)
    for one in listed:
        if kept_named(one.kind).again(one.subject, one.area, one.stamp):
            by_list[one.kind, one.area].append(one)
    for (kind, area), found in by_list.items():
        _destroy(kept_named(kind), Area.objects.get(pk=area), found)
    keep_outside()
    return sum(map(len, by_list.values()))


@transaction.atomic
def _destroy(kept: Kept, area: Area, found: list[Erased]) -> None:
    today = timezone.localdate()
    made = Destruction.objects.create(
        kind=kept.name,
        area=area,
        state=ListState.REDONE,
        rule=kept.rule,
        period=period_of(kept.period(today)),
        proposed_on=today,
        destroyed_on=today,
        reason=_("恢复备份后,按系统外保存的销毁清单重新销毁。"),
    )
    for one in found:
        kept.wipe(one.subject, area, None)
        used_on = timezone.localtime(one.stamp).date()
        made.items.create(
            subject_id=one.subject,
            made_at=one.stamp,
            used_on=used_on,
            outcome=Outcome.DESTROYED,
        )
    record("protection.redone", by=None, subject=made, area=area, count=len(found))
