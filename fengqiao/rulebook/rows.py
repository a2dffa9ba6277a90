"""The rows behind a fact of one office: exactly those that it counts."""

from collections import defaultdict
from typing import Any

import polars as pl

from fengqiao.rulebook.bridge import to_polars
from fengqiao.rulebook.columns import CODE
from fengqiao.rulebook.counting import where
from fengqiao.rulebook.gathering import completed
from fengqiao.rulebook.model import Edition, Fact
from fengqiao.rulebook.tables import Tables


def rows_behind(edition: Edition, name: str, tables: Tables, office: str) -> pl.DataFrame | None:
    """The rows of the plain table that the fact of this name counts for the office.

    Of a column it is the office's own row; of a share, all among whom it is counted; of a sum of
    facts, the rows of all of them. None where the table was not given; KeyError for a fact that
    the edition has not.
    """
    if edition.facts[name].how == "column":
        return completed(tables.offices, "offices").filter(pl.col(CODE) == office)
    rows = rows_counted(edition, name, tables)
    return None if rows is None else rows.filter(pl.col("office") == office)


def rows_counted(edition: Edition, name: str, tables: Tables) -> pl.DataFrame | None:
    """The rows that a fact counts, of all offices; none where the table was not given."""
    fact = edition.facts[name]
    if fact.how != "add":
        return _counted_rows(fact, tables)
    parts = [rows_counted(edition, part, tables) for part in fact.spec]
    known = [part for part in parts if part is not None]
    return pl.concat(known) if len(known) == len(parts) else None


def evidence(edition: Edition, tables: Tables) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """For each office the rows behind each of its counted facts, if there are any."""
    found: dict[str, dict[str, list[dict[str, Any]]]] = defaultdict(dict)
    for name, fact in edition.facts.items():
        rows = None if fact.how == "column" else rows_counted(edition, name, tables)
        for row in [] if rows is None else rows.iter_rows(named=True):
            found[row.pop("office")].setdefault(name, []).append(row)
    return dict(found)


def table_of(edition: Edition, name: str) -> str:
    """The plain table that a fact is counted from."""
    fact = edition.facts[name]
    if fact.how == "column":
        return "offices"
    return table_of(edition, fact.spec[0]) if fact.how == "add" else str(fact.spec["table"])


def _counted_rows(fact: Fact, tables: Tables) -> pl.DataFrame | None:
    table = fact.spec["table"]
    rows: pl.DataFrame | None = getattr(tables, table)
    if rows is None:
        return None
    return completed(rows, table).filter(to_polars(where(fact.spec), "counted"))
