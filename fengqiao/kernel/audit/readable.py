"""Rows of a trail that somebody may have bent by hand: SQLite takes any value in any column, and what is
no time or no text cannot be read at all.

Such a row is read as one that says nothing, so that whoever verifies finds it altered and names it, and the
rows beside it are read as they are.
"""

from collections.abc import Iterable
from typing import Any

from django.db import DatabaseError
from django.db.models import QuerySet

from fengqiao.kernel.audit.digests import SAID

UNREADABLE = (ValueError, DatabaseError)
Rows = QuerySet[Any, tuple[Any, ...]]


def entries(rows: Rows, numbers: list[int]) -> Iterable[tuple[Any, ...]]:
    """Number, salt, digest, salt and body of the payload, and what the entry says."""
    try:
        return list(rows.filter(pk__in=numbers))
    except UNREADABLE:
        return [row for number in numbers for row in _alone(rows, number)]


def _alone(rows: Rows, number: int) -> Iterable[tuple[Any, ...]]:
    try:
        return list(rows.filter(pk=number))
    except UNREADABLE:
        return [(number, "", "", None, None, *[None] * len(SAID))]


def links(rows: Rows) -> list[tuple[Any, ...]]:
    """Position, the link before, its own value, when it was sealed, the number of its entry (0 where there is
    none). A link whose position is no number stands nowhere: its place is missing."""
    try:
        found = list(rows)
    except UNREADABLE:
        found = [_link(rows.model, *keys) for keys in rows.values_list("position", "entry_id")]
    placed = [row for row in found if isinstance(row[0], int)]
    return [(*row[:4], row[4] if isinstance(row[4], int) else 0) for row in placed]


def _link(model: Any, position: Any, entry: Any) -> tuple[Any, ...]:
    columns = ("position", "previous", "hash", "sealed_at", "entry_id")
    try:
        return model.objects.filter(position=position).values_list(*columns).get()
    except UNREADABLE:
        return position, "", "", None, entry
