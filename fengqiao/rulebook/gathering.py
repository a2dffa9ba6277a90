"""Gathers the facts of offices from plain tables: one wide row per office."""

import polars as pl

from fengqiao.rulebook.bridge import TYPES
from fengqiao.rulebook.columns import CODE, IDENTITY
from fengqiao.rulebook.compile import Compiled
from fengqiao.rulebook.counting import Counted
from fengqiao.rulebook.tables import SCHEMAS, Tables

ROWS = "__rows"


def gather(compiled: Compiled, tables: Tables) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The offices' names and places, and their facts; both sorted by code, row for row.

    A table that was not given makes its facts null; an office without rows in a given table has
    none (0, no).
    """
    offices = completed(tables.offices, "offices").sort(CODE)
    facts = offices.select(CODE, *compiled.from_offices)
    for table, expressions in compiled.counting.items():
        rows = getattr(tables, table)
        if rows is None:
            facts = facts.with_columns(_nothing_known(compiled.counts[table]))
        else:
            facts = _joined(facts, completed(rows, table), expressions, compiled.counts[table])
    return offices.select(IDENTITY), facts.with_columns(compiled.sums)


def completed(frame: pl.DataFrame, table: str) -> pl.DataFrame:
    """The frame with exactly the columns of its schema; one that is not there is not known."""
    return frame.select(
        _typed(name, kind) if name in frame.columns else pl.lit(None, TYPES[kind]).alias(name)
        for name, kind in SCHEMAS[table].items()
    )


def _typed(name: str, kind: str) -> pl.Expr:
    column = pl.col(name).cast(TYPES[kind])
    return column.fill_nan(None) if kind == "float64" else column


def _joined(
    facts: pl.DataFrame, rows: pl.DataFrame, expressions: list[pl.Expr], counts: list[Counted]
) -> pl.DataFrame:
    by_office = rows.group_by("office").agg(pl.len().alias(ROWS), *expressions)
    joined = facts.join(
        by_office, left_on=CODE, right_on="office", how="left", maintain_order="left"
    )
    return joined.with_columns(
        pl.when(pl.col(ROWS).is_null())
        .then(pl.lit(one.empty))
        .otherwise(pl.col(one.name))
        .cast(TYPES[one.type])
        .alias(one.name)
        for one in counts
    ).drop(ROWS)


def _nothing_known(counts: list[Counted]) -> list[pl.Expr]:
    return [pl.lit(None, TYPES[one.type]).alias(one.name) for one in counts]
