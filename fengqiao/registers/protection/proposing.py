"""Finds daily what nobody has used for as long as it may be kept, and lists it for its office.

Nothing is destroyed here: an office has one open list of a kind, which grows until it is dealt with.
"""

import logging
from collections import defaultdict
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.holders import with_role
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.turns import turn
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.jobs.registry import periodic
from fengqiao.kernel.notices.models import Kind
from fengqiao.kernel.notices.sending import notify
from fengqiao.registers.protection.enums import ListState
from fengqiao.registers.protection.kept import Due, Kept, all_kept, before
from fengqiao.registers.protection.models import Destruction, Hold, Item
from fengqiao.registers.protection.words import period_of
from fengqiao.rulebook.statutes import Value

MOST = 200  # records on one list: it is destroyed in one transaction, and read by people
TURN = "protection"

log = logging.getLogger(__name__)


@periodic("protection.propose", hours=24)
def propose_today() -> None:
    propose(timezone.localdate())


def propose(today: date) -> int:
    """How many records came onto lists. An office that fails does not stop the others."""
    return sum(_propose(kept, value, today) for kept in all_kept() if (value := kept.period(today)))


def _propose(kept: Kept, value: Value, today: date) -> int:
    by_area: dict[int, list[Due]] = defaultdict(list)
    held = set(Hold.objects.on(today).filter(kind=kept.name).values_list("subject_id", flat=True))
    for due in kept.due(before(today, value), None, None):
        if due.subject_id not in held:
            by_area[due.area_id].append(due)
    listed = 0
    for area in Area.objects.filter(pk__in=by_area):
        try:
            listed += _list(kept, value, area, by_area[area.pk], today)
        except Exception:
            log.exception("%s of area %s cannot be proposed", kept.name, area.pk)
    return listed


@transaction.atomic
def _list(kept: Kept, value: Value, area: Area, due: list[Due], today: date) -> int:
    """Onto the office's open list, or a new one; one that waits for its second person stays as it
    was seen by the first."""
    with turn(TURN):
        found = Destruction.objects.open().filter(kind=kept.name, area=area).first()
        if found and found.state == ListState.ASKED:
            return 0
        there = set(found.items.values_list("subject_id", flat=True)) if found else set()
        new = [one for one in due if one.subject_id not in there][: MOST - len(there)]
        if not new:
            return 0
        made = found or Destruction.objects.create(
            kind=kept.name,
            area=area,
            rule=kept.rule,
            period=period_of(value),
            cite=value.cite if value.verified else "",
            proposed_on=today,
        )
        Item.objects.bulk_create(
            Item(
                destruction=made,
                subject_id=one.subject_id,
                made_at=one.made_at,
                used_on=one.used_on,
            )
            for one in new
        )
        record("protection.proposed", by=None, subject=made, area=area, count=len(new))
        if not found:
            text = _("有保存期限届满的记录,已列入%(list)s,请核对。") % {"list": made}
            url = made.get_absolute_url()
            directors = with_role([Role.DIRECTOR], today, area)
            notify(directors, text, url, kind=Kind.ATTENTION)
    return len(new)
