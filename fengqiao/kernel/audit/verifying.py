"""Reads the whole trail and says which row is not as it was.

A batch at a time: a million rows want no more memory than a thousand. What the chain cannot tell
by itself is that its end was cut off; a head that was written down earlier tells that (`since`).
"""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Exists, OuterRef

from fengqiao.kernel.audit import guards, readable
from fengqiao.kernel.audit.chain import Row, Walk
from fengqiao.kernel.audit.digests import SAID, entry_digest, payload_hash
from fengqiao.kernel.audit.findings import (
    MOST,
    Finding,
    Wrong,
    detail_called,
    entry_called,
    link_called,
)
from fengqiao.kernel.audit.models import Entry, Forgotten, Link, Pending

BATCH = 500
KEPT = ("salt", "digest", "payload__salt", "payload__body")
Told = dict[int, tuple[Any, ...]]  # entry -> its row


class Verdict(NamedTuple):
    """What was read and what was found."""

    findings: list[Finding]
    links: int
    waiting: int  # committed and not yet sealed

    @property
    def whole(self) -> bool:
        return not self.findings


def verify(
    since: tuple[int, str] | None = None, say: Callable[[int], None] = lambda _links: None
) -> Verdict:
    """Read everything; `say` is told from time to time how many links were read."""
    walk, links = Walk(), 0
    found: list[Finding] = []
    for batch in _batches():
        entries = _entries([row[4] for row in batch])
        found += _wrong_entries(entries, [row[4] for row in batch])
        for position, previous, hash_, sealed_at, entry in batch:
            digest = entries[entry][1] if entry in entries else None
            walk.step(Row(position, previous, hash_, sealed_at, entry, digest))
        links += len(batch)
        say(links)
        if len(found) + len(walk.findings) + len(walk.doubts) >= MOST:
            break
    found += walk.end()
    found += _wrong_since(since) if since else []
    found += [*_wrong_waiting(), *_never_sealed(), *_unguarded()]
    return Verdict(found[:MOST], links, Pending.objects.count())


def _batches() -> Iterator[list[Any]]:
    position = 0
    columns = ("position", "previous", "hash", "sealed_at", "entry_id")
    rows = Link.objects.order_by("position").values_list(*columns)
    while batch := readable.links(rows.filter(position__gt=position)[:BATCH]):
        yield batch
        position = batch[-1][0]


def _entries(numbers: list[int]) -> Told:
    rows = Entry.objects.order_by().values_list("pk", *KEPT, *SAID)
    return {row[0]: row[1:] for row in readable.entries(rows, numbers)}


def _wrong_entries(entries: Told, wanted: list[int]) -> Iterator[Finding]:
    """What each entry says of itself, whatever the chain says of it."""
    bare = []
    for number in wanted:
        if number not in entries:
            yield Finding(Wrong.MISSING, entry_called(number))
            continue
        salt, digest, payload_salt, body, *said = entries[number]
        hash_ = said[-1]
        if entry_digest(salt, said) != digest:
            yield Finding(Wrong.ALTERED, entry_called(number))
        if hash_ and body is None:
            bare.append(number)
        elif body is not None and payload_hash(payload_salt, body) != hash_:
            yield Finding(Wrong.ALTERED, detail_called(number))
    if bare:
        forgotten = set(Forgotten.objects.filter(pk__in=bare).values_list("pk", flat=True))
        for number in bare:
            if number not in forgotten:
                yield Finding(Wrong.MISSING, detail_called(number))


def _wrong_since(since: tuple[int, str]) -> Iterator[Finding]:
    """Whether the chain still leads over the head that was written down."""
    position, hash_ = since
    there = Link.objects.filter(position=position).values_list("hash", flat=True).first()
    if there is None:
        yield Finding(Wrong.MISSING, link_called(position))
    elif there != hash_:
        yield Finding(Wrong.ALTERED, link_called(position))


def _wrong_waiting() -> Iterator[Finding]:
    """Entries that wait for the sealer and are not as they were written."""
    numbers = Pending.objects.order_by("pk").values_list("pk", flat=True).iterator(BATCH)
    while batch := list(islice(numbers, BATCH)):
        entries = _entries(batch)
        yield from _wrong_entries(entries, [number for number in batch if number in entries])


def _never_sealed() -> Iterator[Finding]:
    """Entries that no sealer will ever find: put in past the trigger that tells it of them."""
    strays = Entry.objects.exclude(
        Exists(Link.objects.filter(entry=OuterRef("pk")))
        | Exists(Pending.objects.filter(entry=OuterRef("pk")))
    )
    for number in strays.order_by("pk").values_list("pk", flat=True)[:MOST]:
        yield Finding(Wrong.INSERTED, entry_called(number))


def _unguarded() -> Iterator[Finding]:
    for name in guards.missing(connection):
        yield Finding(Wrong.UNGUARDED, f"防改触发器 {name} ")
