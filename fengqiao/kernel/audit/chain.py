"""Walks along the chain and tells apart what was altered, taken out, moved or put in."""

from datetime import datetime
from typing import NamedTuple

from fengqiao.kernel.audit.digests import GENESIS, link_hash
from fengqiao.kernel.audit.findings import MOST, Finding, Wrong, link_called
from fengqiao.kernel.audit.models import Link

SPAN = 100  # how far from its place a link is looked for, once something is wrong


class Row(NamedTuple):
    """A link as it stands in the table, with the digest of its entry (None: no entry there)."""

    position: int
    previous: str
    hash: str
    sealed_at: datetime | None  # None: something that is no time
    entry: int
    digest: str | None

    def is_whole_at(self, position: int, entry: int | None = None, digest: str = "") -> bool:
        """Whether it was sealed in this place, with its own entry or with another one."""
        made = link_hash(
            position,
            self.previous,
            entry or self.entry,
            digest or self.digest or "",
            self.sealed_at,
        )
        return made == self.hash


class Walk:
    """Takes the links in the order of their positions.

    `shift`: by how much later the links stand here than where they were sealed, because rows were
    put in before them and all later ones were renumbered. `broken`: places already found wrong,
    behind which a link need not follow.
    """

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.shift = 0
        self.position, self.hash = 0, GENESIS
        self.broken: set[int] = set()
        self.moved: set[int] = set()
        self.doubts: dict[int, Row] = {}

    def step(self, row: Row) -> None:
        if row.position > self.position + 1:
            self._say(Wrong.MISSING, *range(self.position + 1, row.position))
            self.broken.add(row.position - 1)
        place = row.position - self.shift
        if row.digest is None:
            self.broken.add(row.position)  # its entry is missing, which is said elsewhere
        elif row.is_whole_at(place):
            self._follow(row)
        else:
            self._explain(row, place)
        self.position, self.hash = row.position, row.hash

    def end(self) -> list[Finding]:
        """The findings, those included that only the whole chain explains."""
        for row in self.doubts.values():
            wrong = Wrong.MOVED if self._is_exchanged(row) else Wrong.ALTERED
            self._say(wrong, row.position, entry=row.entry)
        return self.findings

    def _follow(self, row: Row) -> None:
        """A link that is whole in its place, after one that is: the other must be the one that it
        was bound to."""
        if row.previous != self.hash and row.position - 1 not in self.broken:
            self._say(Wrong.ALTERED, row.position - 1)

    def _explain(self, row: Row, place: int) -> None:
        """A link that is not whole where it stands: it was sealed elsewhere, or it was altered."""
        self.broken.add(row.position)
        around = range(max(1, place - SPAN), place + SPAN + 1)
        sealed = next((at for at in around if row.is_whole_at(at)), None)
        if sealed is None:
            self.doubts[row.position] = row
        elif sealed < place and self._were_put_in(row, place - sealed):
            put_in = range(row.position - (place - sealed), row.position)
            self._say(Wrong.INSERTED, *put_in)
            self._renumbered(row, place - sealed)
            for position in put_in:
                self.doubts.pop(position, None)
        elif sealed > place and not Link.objects.filter(hash=row.previous).exists():
            self._say(Wrong.MISSING, row.position)
            self._renumbered(row, place - sealed)
        else:
            self.moved.add(row.position)
            self._say(Wrong.MOVED, row.position, entry=row.entry)

    def _renumbered(self, row: Row, by: int) -> None:
        self.shift += by
        self.broken.discard(row.position)

    def _were_put_in(self, row: Row, count: int) -> bool:
        """Whether the link was bound to the one before the `count` links in front of it."""
        put_in = range(row.position - count, row.position)
        if not self.moved.isdisjoint(put_in):
            return False
        before = row.position - count - 1
        bound = Link.objects.filter(position=before).values_list("hash", flat=True).first()
        return row.previous == (bound or GENESIS)

    def _is_exchanged(self, row: Row) -> bool:
        """Whether it is whole in another doubtful place, or with another doubtful entry."""
        return any(
            row.is_whole_at(other.position)
            or row.is_whole_at(row.position, other.entry, other.digest or "")
            for other in self.doubts.values()
            if other is not row
        )

    def _say(self, wrong: Wrong, *positions: int, entry: int | None = None) -> None:
        for position in positions[:MOST]:
            self.findings.append(Finding(wrong, link_called(position, entry)))
