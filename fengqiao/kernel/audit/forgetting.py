"""Deletes what the trail keeps of a person, and leaves the chain whole."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import transaction

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.models import Entry, Forgotten, Payload
from fengqiao.kernel.audit.recording import record

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

BATCH = 500


@transaction.atomic
def forget(
    entries: Iterable[Entry], *, by: "User | None", reason: str, area: Area | None = None
) -> int:
    """Delete the payloads of these entries with their salts; how many there were.

    The entries stay: that something was done, when, by whom and to which record. What their hashes
    were made of cannot be guessed back without the salt.
    """
    wanted = [entry.pk for entry in entries]
    kept = [
        pk
        for start in range(0, len(wanted), BATCH)
        for pk in Payload.objects.filter(entry__in=wanted[start : start + BATCH]).values_list(
            "pk", flat=True
        )
    ]
    order = record("audit.forgotten", by=by, area=area, reason=reason, count=len(kept))
    for start in range(0, len(kept), BATCH):
        batch = kept[start : start + BATCH]
        Forgotten.objects.bulk_create(Forgotten(entry_id=pk, order=order) for pk in batch)
        Payload.objects.filter(pk__in=batch).delete()
    return len(kept)
