"""The functions of facts: those that read a plain table, and those that read other facts."""

from collections.abc import Callable, Iterator, Mapping

from fengqiao.rulebook import counting, deriving
from fengqiao.rulebook.columns import SHARE
from fengqiao.rulebook.counting import Counted
from fengqiao.rulebook.given import TABLE, given, kind_of_given, periods
from fengqiao.rulebook.model import Fact
from fengqiao.rulebook.tables import SCHEMAS

COUNTING: dict[str, Callable[[Fact], Iterator[Counted]]] = {
    **counting.FUNCTIONS,
    "given": given,
    "periods": periods,
}
"""The functions that read a plain table; those of `deriving` read other facts instead."""

FIXED = {"count": "int64", "exists": "boolean", "share": SHARE, "periods": SHARE}
DERIVED = {"percent": "float64", "peers": "float64", "band": "string"}


def counted(facts: Mapping[str, Fact]) -> list[Counted]:
    """All columns that come from plain tables."""
    return [
        column
        for fact in facts.values()
        if fact.how in COUNTING
        for column in COUNTING[fact.how](fact)
    ]


def kind_of(fact: Fact, facts: Mapping[str, Fact]) -> str:
    """What the fact is: a plain type, or `SHARE`."""
    if fact.how == "column":
        return SCHEMAS["offices"][fact.spec]
    if fact.how == "sum":
        return SCHEMAS[fact.spec["table"]][fact.spec["column"]]
    if fact.how == "given":
        return kind_of_given(fact)
    if fact.how in FIXED or fact.how in DERIVED:
        return FIXED.get(fact.how) or DERIVED[fact.how]
    parts = deriving.parts(fact.how, fact.spec)
    kinds = {kind_of(facts[name], facts) for name in (parts[:1] if fact.how == "capped" else parts)}
    return "float64" if "float64" in kinds else "int64"


def table_of(name: str, facts: Mapping[str, Fact]) -> str:
    """The plain table that a fact is counted from; of a derived one, its first part's."""
    fact = facts[name]
    if fact.how == "column":
        return "offices"
    if fact.how == "given":
        return TABLE
    if deriving.is_derived(fact.how):
        return table_of(deriving.parts(fact.how, fact.spec)[0], facts)
    return str(fact.spec["table"])
