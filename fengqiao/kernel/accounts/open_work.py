"""What has an owner until it is done. Nothing of it may be left behind when he leaves.

Every app registers its kinds in `ready()`: which rows are open, who answers for each, which right
that takes, and how one is handed over. Work that waits for whoever holds a right (a class to be
confirmed, an arrangement to be checked by a second person) has no owner and is not registered.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from django.db.models import Count, QuerySet
from django.utils.functional import Promise

from fengqiao.kernel.accounts.holders import held_by, holders
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.accounts.permissions import MANAGE
from fengqiao.kernel.areas.models import Area


class HandOver(Protocol):
    """Makes somebody else the owner; in the caller's transaction."""

    def __call__(self, row: Any, *, to: User, by: User) -> None: ...


@dataclass(frozen=True, slots=True)
class Kind:
    """`owner` and `area` are look-ups from a row; without `area` it lies nowhere."""

    name: str
    title: str | Promise
    rows: Callable[[], QuerySet[Any]]  # all that are open
    owner: str
    right: str  # what who answers for it must hold, there
    told: Callable[[Any], str]  # one line that names nobody
    hand_over: HandOver
    area: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """One open thing of somebody."""

    kind: Kind
    row: Any

    @property
    def key(self) -> str:
        return f"{self.kind.name}:{self.row.pk}"

    @property
    def area(self) -> Area | None:
        place = self.row
        for name in self.kind.area.split("__") if self.kind.area else ():
            place = getattr(place, name)
        return place if self.kind.area else None

    @property
    def words(self) -> str:
        return self.kind.told(self.row)


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Ask for it too from now on."""
    _kinds[kind.name] = kind


def kinds() -> list[Kind]:
    return list(_kinds.values())


def work_of(user: User, by: User) -> list[Piece]:
    """The open work of the account that lies where `by` administers."""
    pieces = [
        Piece(kind, row) for kind in kinds() for row in _rows(kind).filter(**{kind.owner: user})
    ]
    return [piece for piece in pieces if piece.area is None or by.administers(piece.area, MANAGE)]


def able(pieces: Iterable[Piece], day: date) -> dict[User, int]:
    """Who may take some of these over, and how many of them."""
    places = Counter((piece.kind.right, piece.area) for piece in pieces)
    found: Counter[User] = Counter()
    for (right, area), number in places.items():
        found.update(dict.fromkeys(holders(right, area, day), number))
    return dict(found.most_common())


def left_behind(by: User, day: date) -> dict[User, int]:
    """Whose open work lies where `by` administers though he may not do it any more on the day, and
    how much of it."""
    found: Counter[int] = Counter()
    owners = User.objects.visible_to(by, MANAGE).values("pk")
    for kind in kinds():
        rows = _rows(kind).filter(
            ~held_by(kind.right, kind.owner, kind.area, day), **{f"{kind.owner}__in": owners}
        )
        if kind.area:
            areas = Area.objects.visible_to(by, MANAGE).order_by().values("pk")
            rows = rows.filter(**{f"{kind.area}__in": areas})
        counted = rows.order_by().values_list(kind.owner).annotate(Count("pk"))
        found.update(dict(counted))
    users = User.objects.in_bulk(list(found))
    return {users[pk]: number for pk, number in found.most_common()}


def _rows(kind: Kind) -> QuerySet[Any]:
    rows = kind.rows()
    return rows.select_related(kind.area) if kind.area else rows
