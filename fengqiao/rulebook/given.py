"""Facts that the sheet 事实 gives by name: a figure, a mark, an event; and how often something happened.

What is not given is not known, unless the pack says that no row means none.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import add, mul
from typing import Any

import ibis
import ibis.expr.types as ir

from fengqiao.rulebook.columns import AGAINST, AMONG, OF
from fengqiao.rulebook.conditions import condition, literal
from fengqiao.rulebook.counting import Counted, columns_of, plain_table, where
from fengqiao.rulebook.model import Fact

TABLE = "facts"
EARLIEST = date(1, 1, 1)
MILLION = 1_000_000
Take = Any  # from the values of the rows to one number


def given(fact: Fact) -> Iterator[Counted]:
    """Spec: `named` (else the fact's own name or label), `take`, `is`, `within`, `where`, `raters`,
    `least`, `none`; dated."""
    rows = _Rows(fact)
    value = (
        rows.weighted() if "raters" in fact.spec else TAKES[fact.spec.get("take", "latest")](rows)
    )
    if "least" in fact.spec:
        value = ibis.ifelse(rows.number() >= fact.spec["least"], value, ibis.null("float64"))
    there = rows.number() > 0
    kind = kind_of_given(fact)
    none = fact.spec.get("none")
    settled = ibis.ifelse(
        there, _typed(value, kind), ibis.null(kind) if none is None else literal(none).cast(kind)
    )
    yield Counted(fact.name, TABLE, settled, kind, none)


def kind_of_given(fact: Fact) -> str:
    """Yes/no, a whole number of rows, or a number as it was given."""
    if fact.spec.get("is") == "yes_no":
        return "boolean"
    return "int64" if fact.spec.get("take") == "number" else "float64"


def rows_given(fact: Fact) -> ir.BooleanValue:
    """The rows of the sheet that are about the fact, and count on the day or in the window."""
    columns = columns_of(TABLE)
    names = [fact.spec["named"]] if "named" in fact.spec else [fact.name, fact.label]
    about = columns["fact"].isin(names)
    if "where" in fact.spec:
        about = about & condition(fact.spec["where"], columns)
    return about & _in_time(fact.spec, columns)


def rows_of_periods(fact: Fact) -> ir.BooleanValue:
    """The rows among which periods are looked for: those of the window."""
    day = columns_of(fact.spec["table"])[fact.spec["day"]]
    return (
        where(fact.spec)
        & (day >= literal(fact.spec["since"]))
        & (day < literal(fact.spec["before"]))
    )


def _in_time(spec: Mapping[str, Any], columns: Mapping[str, Any]) -> Any:
    """In the window by its first day, a row without one by the day judged; else all that hold on that day."""
    first, last = columns["period_from"], columns["period_to"]
    if "since" in spec:
        begun = ibis.coalesce(first, last, literal(spec["on"]))
        return (begun >= literal(spec["since"])) & (begun < literal(spec["before"]))
    on = literal(spec["on"])
    return (first.isnull() | (first <= on)) & (last.isnull() | (last >= on))


@dataclass(frozen=True, slots=True)
class _Rows:
    fact: Fact

    @property
    def value(self) -> Any:
        return columns_of(TABLE)["value"]

    @property
    def about(self) -> Any:
        return rows_given(self.fact)

    def number(self) -> Any:
        return plain_table(TABLE).count(where=self.about)

    def known(self, number: Any, among: Any = None) -> Any:
        """The number, or null where a row has no value."""
        rows = self.about if among is None else among
        return ibis.ifelse((rows & self.value.isnull()).any(), ibis.null("float64"), number)

    def latest(self) -> Any:
        """The value of the row that began last; of several that differ, none."""
        begun = ibis.coalesce(columns_of(TABLE)["period_from"], literal(EARLIEST))
        last = self.about & (begun == begun.max(where=self.about))
        least, most = self.value.min(where=last), self.value.max(where=last)
        return self.known(ibis.ifelse(least == most, most, ibis.null("float64")), last)

    def weighted(self) -> Any:
        """The raters' means by their weights; unknown until each of them has marked.

        One division of whole numbers, so that the result is the double next to the exact one.
        """
        rater, weights = columns_of(TABLE)["rater"], self.fact.spec["raters"]
        among = {name: self.about & (rater == name) for name in weights}
        counts = {name: plain_table(TABLE).count(where=rows) for name, rows in among.items()}
        parts = (
            reduce(mul, (counts[other] for other in weights if other != name), self.total(rows))
            * weights[name]
            for name, rows in among.items()
        )
        whole = reduce(mul, counts.values(), literal(sum(weights.values()) * MILLION))
        marked = ibis.ifelse(whole > 0, whole, ibis.null("int64"))
        return self.known(reduce(add, parts) / marked)

    def total(self, among: Any = None) -> Any:
        """The sum of the values in whole millionths, finer than anybody types."""
        rows = self.about if among is None else among
        whole = (self.value * float(MILLION)).round().cast("int64")
        return ibis.coalesce(whole.sum(where=rows), literal(0))


TAKES: dict[str, Take] = {
    "latest": _Rows.latest,
    "sum": lambda rows: rows.known(rows.total() / literal(MILLION)),
    "mean": lambda rows: rows.known(rows.total() / (rows.number() * literal(MILLION))),
    "largest": lambda rows: rows.known(rows.value.max(where=rows.about)),
    "least": lambda rows: rows.known(rows.value.min(where=rows.about)),
    "number": lambda rows: rows.number(),
}


def _typed(value: Any, kind: str) -> Any:
    return value != 0 if kind == "boolean" else value.cast(kind)


def periods(fact: Fact) -> Iterator[Counted]:
    """Spec: `table`, `day`, `every`, `within`, `enough`, `where`; dated. In how many whole periods there
    were enough rows, among how many periods."""
    spec = fact.spec
    rows, day = where(spec), columns_of(spec["table"])[spec["day"]]
    enough = spec.get("enough", 1)
    surely, maybe = [], []
    for first, end in spec["spans"]:
        inside = rows & (day >= literal(first)) & (day < literal(end))
        surely.append(plain_table(spec["table"]).count(where=inside) >= enough)
        maybe.append(plain_table(spec["table"]).count(where=inside.fill_null(True)) >= enough)
    whole = len(spec["spans"])
    yield Counted(fact.name + OF, spec["table"], _number(surely), "int64", 0)
    yield Counted(fact.name + AMONG, spec["table"], literal(whole), "int64", whole)
    yield Counted(
        fact.name + AGAINST, spec["table"], literal(whole) - _number(maybe), "int64", whole
    )


def _number(answers: list[Any]) -> Any:
    return reduce(add, (one.cast("int64") for one in answers), literal(0))
