"""What an indicator may be: querysets, so that every figure opens its rows."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

Rows = QuerySet[Any]


@dataclass(frozen=True, slots=True)
class Count:
    """How many."""

    rows: Rows


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many `of` those `among`."""

    of: Rows
    among: Rows


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of a column; what is blank adds nothing."""

    rows: Rows
    field: str


Measure = Count | Ratio | Total
