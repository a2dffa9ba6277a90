"""The rows behind a fact of one office: exactly those that it counts."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

import ibis.expr.types as ir
import polars as pl

from fengqiao.rulebook.bridge import to_polars
from fengqiao.rulebook.columns import CODE
from fengqiao.rulebook.counting import where
from fengqiao.rulebook.deriving import is_derived, parts
from fengqiao.rulebook.functions import table_of
from fengqiao.rulebook.gathering import completed
from fengqiao.rulebook.given import rows_given, rows_of_periods
from fengqiao.rulebook.model import Edition, Fact
from fengqiao.rulebook.tables import Tables
from fengqiao.rulebook.windows import dated

Rows = dict[str, list[dict[str, Any]]]  # fact -> the rows that it counts


def rows_behind(edition: Edition, name: str, tables: Tables, office: str) -> pl.DataFrame | None:
    """The rows of the plain table that the fact of this name counts for the office.

    Of a column it is the office's own row; of a share, all among whom it is counted; of a fact made
    of others, the rows of all of them. None where the table was not given; KeyError for a fact that
    the edition has not.
    """
    if edition.facts[name].how == "column":
        return completed(tables.offices, "offices").filter(pl.col(CODE) == office)
    rows = rows_counted(dated(edition, tables.on), name, tables)
    return None if rows is None else rows.filter(pl.col("office") == office)


def rows_counted(edition: Edition, name: str, tables: Tables) -> pl.DataFrame | None:
    """The rows that a fact of a dated edition counts, of all offices; none where the table was not
    given, or where they stand in several tables."""
    fact = edition.facts[name]
    if not is_derived(fact.how):
        return None if fact.how == "column" else _counted_rows(fact, edition, tables)
    inner = [rows_counted(edition, part, tables) for part in parts(fact.how, fact.spec)]
    known = [part for part in inner if part is not None]
    alike = len({tuple(part.columns) for part in known}) == 1
    return pl.concat(known) if alike and len(known) == len(inner) else None


class Evidence:
    """The rows behind the counted facts of all offices, opened for some offices at a time: as rows of
    their own they take many times the room of columns."""

    def __init__(self, edition: Edition, tables: Tables) -> None:
        today = dated(edition, tables.on)
        self._frames: dict[str, pl.DataFrame] = {}
        for name in edition.facts:
            rows = rows_counted(today, name, tables)
            if rows is not None:
                self._frames[name] = rows.sort("office", maintain_order=True)

    def between(self, first: str, last: str) -> dict[str, Rows]:
        """By office, for those with a code from the first to the last by code point, the rows behind
        each fact that has any."""
        found: dict[str, Rows] = defaultdict(dict)
        for name, rows in self._frames.items():
            offices = rows["office"]
            start, end = offices.search_sorted(first, "left"), offices.search_sorted(last, "right")
            for row in rows.slice(start, end - start).iter_rows(named=True):
                found[row.pop("office")].setdefault(name, []).append(row)
        return dict(found)


def _counted_rows(fact: Fact, edition: Edition, tables: Tables) -> pl.DataFrame | None:
    table = table_of(fact.name, edition.facts)
    rows: pl.DataFrame | None = getattr(tables, table)
    if rows is None:
        return None
    test = OTHERWISE.get(fact.how, _where)(fact)
    return completed(rows, table).filter(to_polars(test, "counted"))


def _where(fact: Fact) -> ir.BooleanValue:
    return where(fact.spec)


OTHERWISE: dict[str, Callable[[Fact], ir.BooleanValue]] = {
    "given": rows_given,
    "periods": rows_of_periods,
}
