"""Lists of fifty rows: a page of them, a count exact to ten thousand, an order from the address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

PAGE_SIZE = 50
COUNT_LIMIT = 10_000


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list. `count` is exact up to the limit; beyond it only `beyond` is known."""

    rows: Sequence[Any]
    number: int
    count: int
    beyond: bool
    size: int = PAGE_SIZE

    @property
    def count_text(self) -> str:
        return "一万以上" if self.beyond else f"{self.count:,}"

    @property
    def last(self) -> int:
        return max(1, -(-self.count // self.size))

    @property
    def previous(self) -> int:
        return self.number - 1

    @property
    def next(self) -> int:
        return self.number + 1

    @property
    def first_row(self) -> int:
        return (self.number - 1) * self.size + 1 if self.rows else 0

    @property
    def last_row(self) -> int:
        return (self.number - 1) * self.size + len(self.rows)


def page_of(
    request: HttpRequest, rows: QuerySet[Any] | Sequence[Any], size: int = PAGE_SIZE
) -> Page:
    """The page named by `?page=`, or the nearest one there is.

    Two queries for a queryset: the limited count and the rows.
    """
    found = _counted(rows) if isinstance(rows, QuerySet) else len(rows)
    beyond = isinstance(rows, QuerySet) and found > COUNT_LIMIT
    count = min(found, COUNT_LIMIT) if beyond else found
    wanted = request.GET.get("page", "1")
    number = int(wanted) if wanted.isdecimal() and len(wanted) < 7 else 1
    number = min(max(number, 1), max(1, -(-count // size)))
    start = (number - 1) * size
    return Page(list(rows[start : min(start + size, count)]), number, count, beyond, size)


def _counted(rows: QuerySet[Any]) -> int:
    """Exactly up to the limit; what is only counted need not be put in order."""
    whole = rows if rows.query.is_sliced else rows.order_by()
    return whole[: COUNT_LIMIT + 1].count()


def order_of(request: HttpRequest, columns: Mapping[str, str], default: str) -> str:
    """What to order by: `?sort=` names a key of `columns`, `-` before it turns the direction."""
    wanted = request.GET.get("sort", default)
    if wanted.removeprefix("-") not in columns:
        wanted = default
    sign = "-" if wanted.startswith("-") else ""
    return sign + columns[wanted.removeprefix("-")]
