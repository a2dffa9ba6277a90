"""How a pack's facts are counted: each function of the pack as Ibis reductions over one plain
table.

A fact becomes one column of the wide table of facts; a share becomes three (how many hold, among
how many, how many surely do not). A row of which it is not known whether it counts makes a count
not known.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import ibis
import ibis.expr.types as ir

from fengqiao.rulebook.columns import AGAINST, AMONG, OF
from fengqiao.rulebook.conditions import condition, mentioned
from fengqiao.rulebook.model import Fact
from fengqiao.rulebook.tables import SCHEMAS
from fengqiao.rulebook.words import ALWAYS_KNOWN, BLANK_IS_NONE


@dataclass(frozen=True, slots=True)
class Counted:
    """One column of the table of facts: the reduction over `table` that makes it."""

    name: str
    table: str
    value: ir.Value
    type: str
    empty: int | bool | None  # the value for an office without a row in a table that was given


@cache
def plain_table(name: str) -> ir.Table:
    """The unbound Ibis table of a plain table."""
    return ibis.table(SCHEMAS[name], name=name)


@cache
def columns_of(name: str) -> dict[str, ir.Value]:
    """The columns of a plain table; a blank that is an answer compares as an empty text."""
    table = plain_table(name)
    return {
        column: table[column].fill_null("") if (name, column) in BLANK_IS_NONE else table[column]
        for column in SCHEMAS[name]
    }


def where(spec: Mapping[str, Any]) -> ir.BooleanValue:
    """The rows that a fact looks at."""
    if "where" in spec:
        return condition(spec["where"], columns_of(spec["table"]))
    return columns_of(spec["table"])["office"].notnull()  # every row


def _column(fact: Fact) -> Iterator[Counted]:
    table = plain_table("offices")
    yield Counted(fact.name, "offices", table[fact.spec], SCHEMAS["offices"][fact.spec], None)


def _count(fact: Fact) -> Iterator[Counted]:
    table, rows = fact.spec["table"], where(fact.spec)
    number = _known(fact.spec, rows, plain_table(table).count(where=rows), "int64")
    yield Counted(fact.name, table, number, "int64", 0)


def _sum(fact: Fact) -> Iterator[Counted]:
    table, column, rows = fact.spec["table"], fact.spec["column"], where(fact.spec)
    value: Any = columns_of(table)[column]
    kind = SCHEMAS[table][column]
    total = ibis.coalesce(value.sum(where=rows), ibis.literal(0, type=kind))
    known = _known(fact.spec, rows & (value == value), total, kind)
    yield Counted(fact.name, table, known, kind, 0)


def _exists(fact: Fact) -> Iterator[Counted]:
    table, rows = fact.spec["table"], where(fact.spec)
    there = plain_table(table).count(where=rows) > 0
    # One row that surely counts is enough, whatever is not known of others.
    verdict = there | _known(fact.spec, rows, ibis.literal(value=False), "boolean")
    yield Counted(fact.name, table, verdict, "boolean", empty=False)


def _share(fact: Fact) -> Iterator[Counted]:
    table, rows = fact.spec["table"], where(fact.spec)
    holds = condition(fact.spec["holds"], columns_of(table))
    count = plain_table(table).count
    yield Counted(fact.name + OF, table, count(where=rows & holds), "int64", 0)
    among = _known(fact.spec, rows, count(where=rows), "int64")
    yield Counted(fact.name + AMONG, table, among, "int64", 0)
    yield Counted(fact.name + AGAINST, table, count(where=rows & ~holds), "int64", 0)


def _known(spec: Mapping[str, Any], rows: ir.BooleanValue, number: Any, kind: str) -> Any:
    """The number, or null where one row may or may not belong to it."""
    deciding = {name for _, name, _ in mentioned(spec.get("where", {}))} | {spec.get("column")}
    if all((spec["table"], name) in ALWAYS_KNOWN for name in deciding - {None}):
        return number
    return ibis.ifelse(rows.isnull().any(), ibis.null(kind), number)


FUNCTIONS: dict[str, Callable[[Fact], Iterator[Counted]]] = {
    "column": _column,
    "count": _count,
    "sum": _sum,
    "exists": _exists,
    "share": _share,
}
