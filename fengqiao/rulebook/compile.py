"""Compiles a pack edition once: facts from plain tables, verdicts and numbers from facts.

Everything is an Ibis expression first, so that the same edition runs on Polars here and as SQL on
Spark.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import ibis
import ibis.expr.types as ir
import polars as pl

from fengqiao.rulebook.bridge import TYPES, to_polars, to_spark_sql
from fengqiao.rulebook.columns import ACTUAL, AGAINST, AMONG, CODE, OF, SHARE, column
from fengqiao.rulebook.counting import Counted, added, counted, kind_of
from fengqiao.rulebook.model import Edition
from fengqiao.rulebook.outputs import by_item, on_top

ROWS = "__rows"  # how many rows of a table an office has at all


@dataclass(frozen=True, slots=True)
class Compiled:
    """An edition as Polars expressions, ready to be run over any number of offices.

    `counting` counts the rows of a table by office, `filling` follows when they are joined.
    `counts` holds, by table, the columns of facts counted from it; `sums` the facts added up from
    those; `by_item` and `on_top` are the two steps of judging (`outputs`). `counted_items` are
    those with numbers.
    """

    edition: Edition
    fact_types: Mapping[str, str]  # column of facts -> plain type
    from_offices: list[pl.Expr]
    counts: Mapping[str, list[Counted]]
    counting: Mapping[str, list[pl.Expr]]
    filling: Mapping[str, list[pl.Expr]]
    sums: list[pl.Expr]
    by_item: list[pl.Expr]
    on_top: list[pl.Expr]
    counted_items: frozenset[str]


@lru_cache(maxsize=32)
def compile_edition(edition: Edition) -> Compiled:
    """The edition, compiled; kept by its digest."""
    columns = counted(edition.facts)
    counts: dict[str, list[Counted]] = {}
    for one in columns:
        counts.setdefault(one.table, []).append(one)
    offices = counts.pop("offices", [])
    base = ibis.table({one.name: one.type for one in columns}, name="facts")
    sums = added(edition.facts, base)
    fact_types = fact_columns(edition)
    first = by_item(edition, fact_table(edition))
    judged = ibis.table({name: value.type() for name, value in first.items()}, name="judged")
    return Compiled(
        edition=edition,
        fact_types=fact_types,
        from_offices=[to_polars(one.value, one.name) for one in offices],
        counts=counts,
        counting={
            table: [to_polars(one.value, one.name) for one in group]
            for table, group in counts.items()
        },
        filling={table: [_filled(one) for one in group] for table, group in counts.items()},
        sums=[to_polars(value, name).cast(TYPES[fact_types[name]]) for name, value in sums.items()],
        by_item=_named(first),
        on_top=_named(on_top(edition, judged)),
        counted_items=frozenset(
            item.id for item in edition.items if column(item.id, ACTUAL) in first
        ),
    )


def spark_sql(edition: Edition) -> str:
    """The judging of the table `facts` as the text of one Spark query."""
    facts = fact_table(edition)
    judged = facts.select(facts[CODE], **by_item(edition, facts))
    return to_spark_sql(judged.mutate(**on_top(edition, judged)))


def fact_table(edition: Edition) -> ir.Table:
    """The wide table of facts, a row for each office."""
    return ibis.table({CODE: "string", **fact_columns(edition)}, name="facts")


def _named(values: Mapping[str, ir.Value]) -> list[pl.Expr]:
    return [to_polars(value, name) for name, value in values.items()]


def _filled(one: Counted) -> pl.Expr:
    """After the join: the office's count, or what an office has of which the table has no row."""
    empty = pl.lit(one.empty, TYPES[one.type])
    filled = pl.when(pl.col(ROWS).is_null()).then(empty).otherwise(pl.col(one.name))
    return filled.cast(TYPES[one.type]).alias(one.name)


def fact_columns(edition: Edition) -> dict[str, str]:
    """The columns of the wide table of facts with their plain types."""
    columns: dict[str, str] = {}
    for name, fact in edition.facts.items():
        kind = kind_of(fact, edition.facts)
        parts = [name + part for part in (OF, AMONG, AGAINST)] if kind == SHARE else [name]
        columns |= dict.fromkeys(parts, "int64" if kind == SHARE else kind)
    return columns
