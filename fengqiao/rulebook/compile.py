"""Compiles a pack edition once: facts from plain tables, verdicts and numbers from facts.

Everything is an Ibis expression first, so that the same edition runs on Polars here and as SQL on
Spark.
"""

import operator
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, reduce
from typing import Any

import ibis
import ibis.expr.types as ir
import polars as pl

from fengqiao.rulebook.bridge import TYPES, to_polars, to_spark_sql
from fengqiao.rulebook.columns import (
    AGAINST,
    AMONG,
    APPLIES,
    CODE,
    MEETS,
    NUMBERS,
    OF,
    SHARE,
    VERDICT,
    column,
)
from fengqiao.rulebook.conditions import condition
from fengqiao.rulebook.counting import Counted, added, counted, kind_of
from fengqiao.rulebook.kinds import KINDS, Outcome, Rule
from fengqiao.rulebook.model import Edition, Item

ROWS = "__rows"  # how many rows of a table an office has at all


@dataclass(frozen=True, slots=True)
class Compiled:
    """An edition as Polars expressions, ready to be run over any number of offices.

    `counting` counts the rows of a table by office, `filling` follows when they are joined.
    `counts` holds, by table, the columns of facts counted from it; `sums` the facts added up from
    those; `verdicts` one column for each output of each item (`premises.area:verdict`), and
    `meets`.
    """

    edition: Edition
    fact_types: Mapping[str, str]  # column of facts -> plain type
    from_offices: list[pl.Expr]
    counts: Mapping[str, list[Counted]]
    counting: Mapping[str, list[pl.Expr]]
    filling: Mapping[str, list[pl.Expr]]
    sums: list[pl.Expr]
    outputs: Mapping[str, ir.Value]
    verdicts: list[pl.Expr]


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
    outputs = _outputs(edition, ibis.table({CODE: "string", **fact_types}, name="facts"))
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
        outputs=outputs,
        verdicts=[to_polars(value, name) for name, value in outputs.items()],
    )


def spark_sql(edition: Edition) -> str:
    """The judging of the table `facts` as the text of one Spark query."""
    facts = ibis.table({CODE: "string", **fact_columns(edition)}, name="facts")
    return to_spark_sql(facts.select(facts[CODE], **compile_edition(edition).outputs))


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


@dataclass(frozen=True, slots=True)
class _Scope:
    facts: ir.Table

    def fact(self, name: str) -> Any:
        return self.facts[name]

    def rule(self, rule: Rule) -> Outcome:
        name, spec = next(iter(rule.items()))
        return KINDS[name].outcome(spec, self)


def _outputs(edition: Edition, facts: ir.Table) -> dict[str, ir.Value]:
    """All outputs of all items, and whether the office meets the standard as a whole."""
    outputs: dict[str, ir.Value] = {}
    wholes: list[Any] = []
    scope = _Scope(facts)
    for item in edition.items:
        outcome = scope.rule({item.kind: item.spec})
        if item.applies is None:
            wholes.append(outcome.verdict)
            outputs |= _columns(item, outcome)
        else:
            applies = condition(item.applies, {name: facts[name] for name in facts.columns})
            wholes.append(~applies | (applies & outcome.verdict))
            outputs |= {column(item.id, APPLIES): applies} | _columns(
                item, _where(applies, outcome)
            )
    outputs[MEETS] = reduce(operator.and_, wholes)
    return outputs


def _where(applies: Any, outcome: Outcome) -> Outcome:
    """The outcome where the item applies; not known where it is not known whether it does.

    What the office has stays as it is; what it should have is then not known either.
    """
    verdict = ibis.ifelse(applies, outcome.verdict, ibis.null("boolean"))
    if outcome.numbers is None:
        return Outcome(verdict)
    actual, required, gap = outcome.numbers
    shown = [ibis.ifelse(applies, value, ibis.null(str(value.type()))) for value in (required, gap)]
    return Outcome(
        verdict, outcome.numbers._replace(actual=actual, required=shown[0], gap=shown[1])
    )


def _columns(item: Item, outcome: Outcome) -> dict[str, ir.Value]:
    columns: dict[str, ir.Value] = {column(item.id, VERDICT): outcome.verdict}
    if outcome.numbers is not None:
        columns |= {
            column(item.id, name): value
            for name, value in zip(NUMBERS, outcome.numbers, strict=True)
        }
    return columns
