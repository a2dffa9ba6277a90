"""Facts: each has one function, names tables and columns that exist, and rests on nothing that
rests on it."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from fengqiao.lib.faults import Fault
from fengqiao.rulebook.conditions import BOUNDS, mentioned
from fengqiao.rulebook.packs.building import PARTS_OF_A_FACT, fact
from fengqiao.rulebook.packs.sizes import TERMS, terms_of
from fengqiao.rulebook.packs.yamlfile import Document, Keys
from fengqiao.rulebook.tables import SCHEMAS
from fengqiao.rulebook.words import CHOICES

NUMBERS = ("int64", "float64")
DAYS = ("before", "since")
Terms = dict[str, int]  # of `sizes.terms_of`


def fact_faults(document: Document) -> Iterator[Fault]:
    """Everything that is wrong with the facts of an edition."""
    terms = terms_of(document.data["facts"])
    for name, spec in document.data["facts"].items():
        functions = [key for key in spec if key not in PARTS_OF_A_FACT]
        if len(functions) == 1:
            yield from _told(document, ("facts", name, functions[0]), spec[functions[0]], terms)
        else:
            yield document.fault(("facts", name), None, "应当写明一种(且只写一种)取数办法")


def _told(document: Document, keys: Keys, spec: Any, terms: Terms) -> Iterator[Fault]:
    how = keys[-1]
    if how == "column":
        yield from _column(document, keys, "offices", spec)
    elif how == "add":
        yield from _added(document, keys, spec, terms)
    else:
        yield from _rows(document, keys, spec)


def _rows(document: Document, keys: Keys, spec: Any) -> Iterator[Fault]:
    table = spec["table"]
    tables = [name for name in SCHEMAS if name != "offices"]
    if table not in tables:
        yield document.fault((*keys, "table"), table, f"没有这张表,可用的有:{'、'.join(tables)}")
        return
    if "column" in spec:
        yield from _column(document, (*keys, "column"), table, spec["column"])
        if SCHEMAS[table].get(spec["column"], NUMBERS[0]) not in NUMBERS:
            yield document.fault((*keys, "column"), spec["column"], "只有数可以相加")
    for part in ("where", "holds"):
        if part in spec:
            yield from condition_faults(document, (*keys, part), spec[part], SCHEMAS[table], table)


def _column(document: Document, keys: Keys, table: str, column: str) -> Iterator[Fault]:
    if column not in SCHEMAS[table]:
        names = "、".join(SCHEMAS[table])
        yield document.fault(keys, column, f"{table}表没有这一列,可用的有:{names}")


def _added(document: Document, keys: Keys, parts: list[str], terms: Terms) -> Iterator[Fault]:
    facts = document.data["facts"]
    for at, part in enumerate(parts):
        if part not in facts:
            yield document.fault((*keys, at), part, "没有这个事实")
        elif not {"count", "sum", "add", "column"} & set(facts[part]):
            yield document.fault((*keys, at), part, "只有数可以相加")
        elif part not in terms:
            yield document.fault((*keys, at), part, "事实之间循环引用:它最终又要用到这里的事实")
    if (number := terms.get(str(keys[1]), 0)) > TERMS:
        told = f"约10的{len(str(number)) - 1}次方" if number > 10**6 else str(number)
        yield document.fault(keys, None, f"逐层展开后要加{told}项,至多{TERMS}项")


def condition_faults(
    document: Document, keys: Keys, spec: Any, types: dict[str, Any], table: str
) -> Iterator[Fault]:
    """A condition's columns exist, and are compared with what they can hold."""
    for at, column, value in mentioned(spec, keys):
        if column not in types:
            yield document.fault(at, column, f"没有这个名称,可用的有:{'、'.join(types)}")
        elif expected := expectation(types[column], value, CHOICES.get((table, column))):
            yield document.fault(at, value, expected)


def expectation(kind: str, value: Any, choices: tuple[str, ...] | None) -> str:
    """What should stand there instead of the value; empty where it fits."""
    values = list(value.values()) if isinstance(value, dict) else value
    if isinstance(value, dict) and (unfit := _unfit_bounds(kind, value)):
        return unfit
    for one in values if isinstance(values, list) else [values]:
        if not _fits(kind, one):
            return EXPECTED.get(kind, "这个事实不能用在条件里")
        if choices and one not in choices:
            return f"应为{'、'.join(choices)}之一"
    return ""


def _unfit_bounds(kind: str, bounds: dict[str, Any]) -> str:
    allowed = DAYS if kind == "date" else tuple(set(BOUNDS) - set(DAYS)) if kind in NUMBERS else ()
    return "" if set(bounds) <= set(allowed) else "这一列不能这样比较"


def _fits(kind: str, value: Any) -> bool:
    if kind in NUMBERS:
        return isinstance(value, int | Decimal) and not isinstance(value, bool)
    return isinstance(value, {"string": str, "boolean": bool, "date": date}.get(kind, ()))


EXPECTED = {
    "string": "应为文字",
    "boolean": "应为true或false",
    "date": "应为2021-08-19这样的日期,不加引号",
    "int64": "应为数",
    "float64": "应为数",
}


def built_facts(document: Document) -> dict[str, Any]:
    """The facts as values, once they are sound."""
    return {name: fact(name, spec) for name, spec in document.data["facts"].items()}
