"""What may be searched. An app adds a `Kind` in its `ready()`; nothing else is in the box."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.utils.functional import Promise

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found, as the page shows it; persons masked."""

    title: str
    url: str
    note: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing. Offered to who holds `right`.

    `find` gives the rows that every word fits and the user may see (`visible_to`), in the order in
    which they are shown: it is asked for a count and for a page of them, and must not scan a table
    that grows with the work. `shown` makes hits of one page. `rebuild` writes all tokens anew and
    gives how many things that were.
    """

    name: str
    title: str | Promise
    unit: str | Promise
    right: str
    order: int
    find: "Callable[[User, Sequence[str]], QuerySet[Any]]"
    shown: "Callable[[User, Sequence[Any]], list[Hit]]"
    rebuild: Callable[[], int] | None = None


_kinds: dict[str, Kind] = {}


def add(kind: Kind) -> None:
    _kinds[kind.name] = kind


def all_kinds() -> Iterable[Kind]:
    return sorted(_kinds.values(), key=lambda kind: kind.order)


def kinds_of(user: "User") -> list[Kind]:
    """What the user may search."""
    return [kind for kind in all_kinds() if user.can(kind.right)]


def may_search(user: "User") -> bool:
    return any(user.can(kind.right) for kind in _kinds.values())
