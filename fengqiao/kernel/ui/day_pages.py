"""Lists by day, the newest first, page after page from the last row seen: the hundredth page costs
what the first does, and what comes in meanwhile shifts nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest

from fengqiao.kernel.ui.paging import COUNT_LIMIT, PAGE_SIZE

_PLACE = re.compile(r"(\d{4}-\d\d-\d\d)\.(\d{1,18})")


@dataclass(frozen=True, slots=True)
class DayPage:
    """`newer` and `older` are the places that the address names for the pages beside; empty where
    there is none. `count` is exact up to the limit."""

    rows: Sequence[Any]
    count: int
    newer: str
    older: str

    @property
    def count_text(self) -> str:
        return "一万以上" if self.count > COUNT_LIMIT else f"{self.count:,}"


def day_page_of(
    request: HttpRequest, rows: QuerySet[Any], day: str, size: int = PAGE_SIZE
) -> DayPage:
    """The page after `?after=`, before `?before=`, or the first. Two queries.

    `day` is a column with an index together with the key, both falling.
    """
    after, before = _place(request.GET.get("after")), _place(request.GET.get("before"))
    count = rows.order_by()[: COUNT_LIMIT + 1].count()
    if before and not after:
        found = list(_beyond(rows, day, before, "gt").order_by(day, "pk")[: size + 1])
        shown = found[:size][::-1]
        return DayPage(shown, count, _at(shown, 0, day, len(found) > size), _at(shown, -1, day))
    asked = _beyond(rows, day, after, "lt") if after else rows
    found = list(asked.order_by(f"-{day}", "-pk")[: size + 1])
    shown = found[:size]
    newer = _at(shown, 0, day, after is not None)
    return DayPage(shown, count, newer, _at(shown, -1, day, len(found) > size))


def _place(text: str | None) -> tuple[date, int] | None:
    found = _PLACE.fullmatch(text or "")
    try:
        return (date.fromisoformat(found[1]), int(found[2])) if found else None
    except ValueError:
        return None


def _beyond(rows: QuerySet[Any], day: str, place: tuple[date, int], way: str) -> QuerySet[Any]:
    on, pk = place
    later = Q(**{f"{day}__{way}": on}) | Q(**{day: on, f"pk__{way}": pk})
    return rows.filter(later, **{f"{day}__{way}e": on})


def _at(shown: Sequence[Any], index: int, day: str, there: bool = True) -> str:
    if not shown or not there:
        return ""
    return f"{getattr(shown[index], day).isoformat()}.{shown[index].pk}"
