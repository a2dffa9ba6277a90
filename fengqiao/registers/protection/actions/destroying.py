"""A list of destruction is looked through by one person and confirmed by another."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.holders import holders
from fengqiao.kernel.areas.turns import turn
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.notices.models import Kind
from fengqiao.kernel.notices.sending import notify
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.protection.enums import ListState, Outcome
from fengqiao.registers.protection.journal import keep_outside
from fengqiao.registers.protection.kept import Kept, before, kept_named
from fengqiao.registers.protection.models import Destruction, Hold, Item
from fengqiao.registers.protection.permissions import CONFIRM
from fengqiao.registers.protection.proposing import TURN

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


@transaction.atomic
def ask(*, destruction: Destruction, reason: str, by: "User") -> None:
    """The list was looked through; somebody else is to confirm it."""
    found = _locked(destruction, ListState.PROPOSED)
    found.state, found.reason, found.returned = ListState.ASKED, reason, ""
    found.asked_by, found.asked_on = by, timezone.localdate()
    found.save()
    record("protection.asked", by=by, subject=found, area=found.area, reason=reason)
    text = _("%(list)s已核对,请批准或者退回。") % {"list": found}
    url = found.get_absolute_url()
    others = holders(CONFIRM, found.area, timezone.localdate()).exclude(pk=by.pk)
    notify(others, text, url, kind=Kind.ATTENTION)


@transaction.atomic
def give_back(*, destruction: Destruction, reason: str, by: "User") -> None:
    """Not confirmed: the first person looks through it again."""
    found = _locked(destruction, ListState.ASKED)
    first = found.asked_by
    found.state, found.returned = ListState.PROPOSED, reason
    found.asked_by = found.asked_on = None
    found.save()
    record("protection.returned", by=by, subject=found, area=found.area, reason=reason)
    if first:
        text = _("%(list)s被退回,请再核对。") % {"list": found}
        notify(first, text, found.get_absolute_url(), kind=Kind.ATTENTION)


@transaction.atomic
def confirm(*, destruction: Destruction, by: "User") -> int:
    """The records are destroyed, except those that are held by now or were used again; how many
    went. All or none."""
    with turn(TURN):
        found = _locked(destruction, ListState.ASKED)
        if found.asked_by_id == by.pk:
            raise InputRefused(_("核对人不能批准自己核对的清册,请另一位有权限的同志批准。"))
        gone = _destroy(found, by)
        found.state, found.confirmed_by = ListState.DONE, by
        found.destroyed_on = timezone.localdate()
        found.save()
        record("protection.destroyed", by=by, subject=found, area=found.area, count=gone)
        transaction.on_commit(keep_outside)
    return gone


def _destroy(found: Destruction, by: "User") -> int:
    kept, gone = kept_named(found.kind), 0
    items = list(found.items.select_for_update())
    still = _still_due(kept, found, items)
    held = Hold.objects.on(timezone.localdate()).filter(
        kind=found.kind, subject_id__in=[item.subject_id for item in items]
    )
    kept_back = set(held.values_list("subject_id", flat=True))
    for item in items:
        if item.subject_id in kept_back:
            item.outcome = Outcome.HELD
        elif item.subject_id not in still:
            item.outcome = Outcome.USED
        else:
            kept.wipe(item.subject_id, found.area, by)
            item.outcome = Outcome.DESTROYED
            gone += 1
    Item.objects.bulk_update(items, ["outcome"])
    return gone


def _still_due(kept: Kept, found: Destruction, items: list[Item]) -> set[int]:
    """By the period of today, which may have become longer since it was proposed."""
    today = timezone.localdate()
    value = kept.period(today)
    if value is None:
        return set()
    among = [item.subject_id for item in items]
    return {due.subject_id for due in kept.due(before(today, value), found.area, among)}


def _locked(destruction: Destruction, state: ListState) -> Destruction:
    rows = Destruction.objects.select_for_update(of=("self",)).select_related("area")
    found: Destruction = rows.get(pk=destruction.pk)
    if found.state != state:
        raise InputRefused(
            _("%(list)s%(state)s,不能这样处理。")
            % {"list": found, "state": found.get_state_display()}
        )
    return found
