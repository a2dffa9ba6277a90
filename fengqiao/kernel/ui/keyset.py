"""Pages of a list that grows without end: fifty rows before or after a row, never a count.

Each page costs the same, however far back it lies, where an index has the order.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest

SIZE = 50
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MARK = re.compile(r"(\d{1,17})-(\d{1,18})")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows in their order, the newest first, and the marks from which older and newer ones go on;
    "" where there are none."""

    rows: Sequence[Any]
    older: str
    newer: str
    first: bool  # whether it was asked for without a mark


def stretch_of(request: HttpRequest, rows: QuerySet[Any], size: int = SIZE) -> Stretch:
    """The rows that `?before=` or `?after=` asks for, by moment and number; else the newest. The
    rows have `at`, a moment. A mark that was not given here counts as none."""
    before, after = (_mark(request.GET.get(name, "")) for name in ("before", "after"))
    if before or not after:
        found = list(_past(rows, before, "lt").order_by("-at", "-pk")[: size + 1])
        older, newer = len(found) > size, bool(before and found)
        found = found[:size]
    else:
        found = list(_past(rows, after, "gt").order_by("at", "pk")[: size + 1])
        older, newer = bool(found), len(found) > size
        found = found[:size][::-1]
    return Stretch(
        found,
        written(found[-1]) if older else "",
        written(found[0]) if newer else "",
        not (before or after),
    )


def written(row: Any) -> str:
    """The mark of a row: microseconds and number."""
    return f"{(row.at - EPOCH) // timedelta(microseconds=1)}-{row.pk}"


def _mark(text: str) -> tuple[datetime, int] | None:
    found = MARK.fullmatch(text)
    if found is None:
        return None
    try:
        return EPOCH + timedelta(microseconds=int(found[1])), int(found[2])
    except OverflowError:
        return None


def _past(rows: QuerySet[Any], mark: tuple[datetime, int] | None, way: str) -> QuerySet[Any]:
    if mark is None:
        return rows
    at, pk = mark
    beyond = Q(**{f"at__{way}": at}) | Q(at=at, **{f"pk__{way}": pk})
    return rows.filter(Q(**{f"at__{way}e": at}) & beyond)  # the first half is a range of an index
