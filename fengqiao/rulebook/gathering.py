"""Gathers the facts of offices from plain tables: one wide row per office."""

import polars as pl

from fengqiao.rulebook.bridge import TYPES
from fengqiao.rulebook.columns import CODE, IDENTITY
from fengqiao.rulebook.compile import ROWS, Compiled
from fengqiao.rulebook.counting import Counted
from fengqiao.rulebook.tables import SCHEMAS, Tables

ABSENT = {kind: pl.lit(None, type_) for kind, type_ in TYPES.items()}


def gather(compiled: Compiled, tables: Tables) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The offices' names and places, and their facts; both sorted by code, row for row.

    A table that was not given makes its facts null, for an office whose rows are not all known
    likewise; any other office without rows in a given table has none (0, no). Step by step, not as
    one lazy query: planning that takes longer than counting the rows of one office.
    """
    offices = completed(tables.offices, "offices").sort(CODE)
    facts = offices.select(CODE, *compiled.from_offices)
    for table, expressions in compiled.counting.items():
        rows = getattr(tables, table)
        if rows is None:
            facts = facts.with_columns(_nothing_known(compiled.counts[table]))
        else:
            by_office = _counted(completed(rows, table), expressions)
            facts = _joined(facts, by_office).select(*facts.columns, *compiled.filling[table])
            if unlisted := tables.unlisted.get(table):
                facts = facts.with_columns(_unknown_for(unlisted, compiled.counts[table]))
    for stage in compiled.derived:
        facts = facts.with_columns(stage)
    return offices.select(IDENTITY), facts


def completed(frame: pl.DataFrame, table: str) -> pl.DataFrame:
    """The frame with exactly the columns of its schema; one that is not there is not known."""
    there = frame.schema
    return frame.select(
        _typed(name, kind, there.get(name)) for name, kind in SCHEMAS[table].items()
    )


def _typed(name: str, kind: str, found: pl.DataType | None) -> pl.Expr:
    """The column in its type; a double that is no number is not known."""
    if found is None:
        return ABSENT[kind].alias(name)
    column = pl.col(name) if found == TYPES[kind] else pl.col(name).cast(TYPES[kind])
    return column.fill_nan(None) if kind == "float64" else column


def _counted(rows: pl.DataFrame, expressions: list[pl.Expr]) -> pl.DataFrame:
    return rows.group_by("office").agg(pl.len().alias(ROWS), *expressions)


def _joined(facts: pl.DataFrame, by_office: pl.DataFrame) -> pl.DataFrame:
    return facts.join(by_office, left_on=CODE, right_on="office", how="left", maintain_order="left")


def _nothing_known(counts: list[Counted]) -> list[pl.Expr]:
    return [pl.lit(None, TYPES[one.type]).alias(one.name) for one in counts]


def _unknown_for(offices: frozenset[str], counts: list[Counted]) -> list[pl.Expr]:
    unknown = pl.col(CODE).is_in(sorted(offices))
    return [
        pl.when(unknown).then(None).otherwise(pl.col(one.name)).alias(one.name) for one in counts
    ]
