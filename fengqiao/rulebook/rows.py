"""The rows behind a fact of one office: exactly those that it counts."""

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
    fact = edition.facts[name]
    if fact.how == "column":
        return completed(tables.offices, "offices").filter(pl.col(CODE) == office)
    if fact.how == "add":
        parts = [rows_behind(edition, part, tables, office) for part in fact.spec]
        known = [part for part in parts if part is not None]
        return pl.concat(known) if len(known) == len(parts) else None
    return _counted_rows(fact, tables, office)


def table_of(edition: Edition, name: str) -> str:
    """The plain table that a fact is counted from."""
    fact = edition.facts[name]
    if fact.how == "column":
        return "offices"
    return table_of(edition, fact.spec[0]) if fact.how == "add" else str(fact.spec["table"])


def _counted_rows(fact: Fact, tables: Tables, office: str) -> pl.DataFrame | None:
    table = fact.spec["table"]
    rows: pl.DataFrame | None = getattr(tables, table)
    if rows is None:
        return None
    of_office = completed(rows, table).filter(pl.col("office") == office)
    return of_office.filter(to_polars(where(fact.spec), "counted"))
