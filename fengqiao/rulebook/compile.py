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
from fengqiao.rulebook.columns import ACTUAL, AGAINST, AMONG, APPLIES, CODE, OF, SHARE, column
from fengqiao.rulebook.counting import Counted
from fengqiao.rulebook.deriving import FUNCTIONS, PEERS, stages
from fengqiao.rulebook.functions import counted, kind_of
from fengqiao.rulebook.model import Edition, Fact
from fengqiao.rulebook.outputs import by_item, on_top, scope_over
from fengqiao.rulebook.scoring.stages import BEFORE_RANKING
from fengqiao.rulebook.scoring.stages import stages as scoring_stages

ROWS = "__rows"  # how many rows of a table an office has at all


@dataclass(frozen=True, slots=True)
class Compiled:
    """An edition as Polars expressions, ready to be run over any number of offices.

    `counting` counts the rows of a table by office, `filling` follows when they are joined.
    `counts` holds, by table, the columns of facts counted from it; `derived` the stages of facts made
    of those; `by_item` and `on_top` are the two steps of judging (`outputs`). `counted_items` are
    those with numbers, `conditional_items` those that may not apply. `before_ranking` and
    `after_ranking` are the stages of scoring, over facts and judged columns.
    """

    edition: Edition
    fact_types: Mapping[str, str]  # column of facts -> plain type
    from_offices: list[pl.Expr]
    counts: Mapping[str, list[Counted]]
    counting: Mapping[str, list[pl.Expr]]
    filling: Mapping[str, list[pl.Expr]]
    derived: list[list[pl.Expr]]
    by_item: list[pl.Expr]
    on_top: list[pl.Expr]
    counted_items: frozenset[str]
    conditional_items: frozenset[str]
    before_ranking: list[list[pl.Expr]]
    after_ranking: list[list[pl.Expr]]


@lru_cache(maxsize=32)
def compile_edition(edition: Edition) -> Compiled:
    """The edition, compiled; kept by its digest."""
    columns = counted(edition.facts)
    counts: dict[str, list[Counted]] = {}
    for one in columns:
        counts.setdefault(one.table, []).append(one)
    offices = counts.pop("offices", [])
    fact_types = fact_columns(edition)
    facts = ibis.table(fact_types, name="facts")
    first = by_item(edition, fact_table(edition))
    judged = ibis.table({name: value.type() for name, value in first.items()}, name="judged")
    stages_of_scoring = _scoring(edition, fact_types, judged)
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
        derived=[
            [_derived(fact, facts, fact_types[fact.name]) for fact in stage]
            for stage in stages(edition.facts)
        ],
        by_item=_named(first),
        on_top=_named(on_top(edition, judged)),
        counted_items=_with(ACTUAL, edition, first),
        conditional_items=_with(APPLIES, edition, first),
        before_ranking=stages_of_scoring[:BEFORE_RANKING],
        after_ranking=stages_of_scoring[BEFORE_RANKING:],
    )


def spark_sql(edition: Edition) -> str:
    """The judging of the table `facts` as the text of one Spark query."""
    facts = fact_table(edition)
    judged = facts.select(facts[CODE], **by_item(edition, facts))
    return to_spark_sql(judged.mutate(**on_top(edition, judged)))


def fact_table(edition: Edition) -> ir.Table:
    """The wide table of facts, a row for each office."""
    return ibis.table({CODE: "string", **fact_columns(edition)}, name="facts")


def _scoring(
    edition: Edition, fact_types: Mapping[str, str], judged: ir.Table
) -> list[list[pl.Expr]]:
    top = {name: value.type() for name, value in on_top(edition, judged).items()}
    columns = {**fact_types, **{name: judged[name].type() for name in judged.columns}, **top}
    table = ibis.table(columns, name="scored")
    return [_named(stage) for stage in scoring_stages(edition, table, scope_over)]


def _derived(fact: Fact, facts: ir.Table, kind: str) -> pl.Expr:
    if fact.how == PEERS:
        groups = [pl.col(name) for name in fact.spec["by"]]
        mean = pl.col(fact.spec["fact"]).mean().over(groups)
        value = pl.when(pl.all_horizontal([group.is_not_null() for group in groups])).then(mean)
        return value.alias(fact.name)
    columns = {name: facts[name] for name in facts.columns}
    return to_polars(FUNCTIONS[fact.how](fact.spec, columns), fact.name).cast(TYPES[kind])


def _with(output: str, edition: Edition, first: Mapping[str, ir.Value]) -> frozenset[str]:
    return frozenset(item.id for item in edition.items if column(item.id, output) in first)


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
