"""The one sealer: binds what was committed into the chain, in the order in which it finds it.

Writers wait for nobody: they do not know the head of the chain. An entry whose transaction ends
late is found late and sealed then. Two sealers take turns by a lock of their own, and the place of
a link is a primary key, so that the chain cannot fork; a killed one leaves a whole batch or none.
"""

from collections.abc import Iterable

from django.utils import timezone

from fengqiao.kernel.areas.turns import turn
from fengqiao.kernel.audit.digests import GENESIS, link_hash
from fengqiao.kernel.audit.models import Link, Pending

BATCH = 500


def seal() -> int:
    """Seal everything that waits; how many entries that were."""
    sealed = 0
    while Pending.objects.exists() and (batch := _seal_batch()):
        sealed += batch
    return sealed


def head() -> Link | None:
    """The last link; None before the first."""
    return Link.objects.order_by("-position").first()


def _seal_batch() -> int:
    with turn("audit.seal"):
        waiting = Pending.objects.order_by("entry_id").values_list("entry_id", "entry__digest")
        found = list(waiting[:BATCH])
        Link.objects.bulk_create(_links(found))
        Pending.objects.filter(entry_id__in=[entry for entry, _digest in found]).delete()
    return len(found)


def _links(found: Iterable[tuple[int, str]]) -> list[Link]:
    last, now = head(), timezone.now()
    position, previous = (last.position, last.hash) if last else (0, GENESIS)
    links = []
    for entry, digest in found:
        position += 1
        made = link_hash(position, previous, entry, digest, now)
        links.append(
            Link(position=position, entry_id=entry, previous=previous, hash=made, sealed_at=now)
        )
        previous = made
    return links
