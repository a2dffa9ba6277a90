"""The verdicts of an office as one short text, which the database filters by.

It has a letter for each column: an item under one of the clauses under which it may stand (one and
the same demand is 3.1.b of a large office and 3.1.c of a small one).
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from django.db.models import CharField, Q, Value
from django.db.models.functions import Substr
from django.db.models.lookups import Exact

from fengqiao.rulebook.results import ItemResult

LETTERS = {"met": "m", "unmet": "u", "unknown": "n"}
NOT_ASKED = "."  # the item does not apply, or stands under another clause
_WORDS = {letter: word for word, letter in LETTERS.items()}


class Column(NamedTuple):
    """An item under one clause."""

    item: str
    title: str
    clause: str


class Lack(NamedTuple):
    """An item that an office does not meet, or of which that is not known."""

    title: str
    verdict: str


def columns_of(about: Mapping[str, Any]) -> list[Column]:
    """The columns of a judgement, in the order in which offices list their items."""
    return [
        Column(item["id"], item["title"], clause)
        for item in about["items"]
        for clause in _clauses(item["clause"])
    ]


def _clauses(clause: str | Mapping[str, Any]) -> Iterable[str]:
    if isinstance(clause, str):
        return [clause]
    cells = [value for _words, value in clause["cells"]]
    return dict.fromkeys(str(value) for value in (*cells, clause["unknown"]))


def written(columns: Sequence[Column], items: Iterable[ItemResult]) -> str:
    """The verdicts of an office; KeyError for an item that has no column."""
    places = {(column.item, column.clause): at for at, column in enumerate(columns)}
    letters = [NOT_ASKED] * len(columns)
    for item in items:
        letters[places[item.id, item.clause]] = LETTERS[item.verdict]
    return "".join(letters)


def lacks(columns: Sequence[Column], verdicts: str) -> list[Lack]:
    """What an office still lacks, in the standard's order."""
    return [
        Lack(column.title, _WORDS[letter])
        for column, letter in zip(columns, verdicts, strict=True)
        if letter not in (NOT_ASKED, LETTERS["met"])
    ]


def having(columns: Sequence[Column], item: str, verdict: str) -> Q:
    """The offices with this verdict of the item."""
    found = [
        Q(Exact(Substr("verdicts", at, 1, output_field=CharField()), Value(LETTERS[verdict])))
        for at, column in enumerate(columns, start=1)
        if column.item == item
    ]
    return reduce(or_, found, Q(pk__in=[]))
