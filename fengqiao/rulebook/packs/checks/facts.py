"""Facts: each has one function, names tables and columns that exist, and rests on nothing that
rests on it."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from fengqiao.lib.faults import Fault
from fengqiao.rulebook.conditions import BOUNDS, mentioned
from fengqiao.rulebook.deriving import is_derived
from fengqiao.rulebook.given import TABLE as GIVEN
from fengqiao.rulebook.packs.building import PARTS_OF_A_FACT, fact
from fengqiao.rulebook.packs.checks.derived import Terms, derived_faults
from fengqiao.rulebook.packs.sizes import terms_of
from fengqiao.rulebook.packs.yamlfile import Document, Keys
from fengqiao.rulebook.tables import SCHEMAS
from fengqiao.rulebook.windows import WITHIN
from fengqiao.rulebook.words import CHOICES

NUMBERS = ("int64", "float64")
DAYS = ("before", "since", WITHIN)


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
    how = str(keys[-1])
    if how == "column":
        yield from _column(document, keys, "offices", spec)
    elif how == "given":
        yield from _given(document, keys, spec)
    elif is_derived(how):
        yield from derived_faults(document, keys, spec, terms)
    else:
        yield from _rows(document, keys, spec)


def _given(document: Document, keys: Keys, spec: Any) -> Iterator[Fault]:
    """From the sheet 事实; raters are weighed against each other, so nothing else is taken then."""
    if "raters" in spec and "take" in spec:
        yield document.fault((*keys, "take"), spec["take"], "写了评分人的权重,就不能再写取法")
    if "where" in spec:
        yield from condition_faults(
            document, (*keys, "where"), spec["where"], SCHEMAS[GIVEN], GIVEN
        )
    if spec.get("is") == "yes_no" and not isinstance(spec.get("none", False), bool):
        yield document.fault((*keys, "none"), spec["none"], "是非的事实,没有登记的应为true或false")
    yield from window_faults(document, (*keys, WITHIN), spec.get(WITHIN))


def _rows(document: Document, keys: Keys, spec: Any) -> Iterator[Fault]:
    table = spec["table"]
    tables = [name for name in SCHEMAS if name != "offices"]
    if table not in tables:
        yield document.fault((*keys, "table"), table, f"没有这张表,可用的有:{'、'.join(tables)}")
        return
    if "day" in spec:
        yield from _day(document, (*keys, "day"), table, spec["day"])
        yield from window_faults(document, (*keys, WITHIN), spec[WITHIN])
    if "column" in spec:
        yield from _column(document, (*keys, "column"), table, spec["column"])
        if SCHEMAS[table].get(spec["column"], NUMBERS[0]) not in NUMBERS:
            yield document.fault((*keys, "column"), spec["column"], "只有数可以相加")
    for part in ("where", "holds"):
        if part in spec:
            yield from condition_faults(document, (*keys, part), spec[part], SCHEMAS[table], table)


def _day(document: Document, keys: Keys, table: str, column: str) -> Iterator[Fault]:
    if SCHEMAS[table].get(column) != "date":
        days = "、".join(name for name, kind in SCHEMAS[table].items() if kind == "date")
        yield document.fault(keys, column, f"应为{table}表的日期列,可用的有:{days or '无'}")


def window_faults(document: Document, keys: Keys, window: Any) -> Iterator[Fault]:
    """A window is a span, or so many days."""
    if isinstance(window, dict) and ("window" in window) == ("days" in window):
        yield document.fault(keys, None, "应写window或days中的一个")
    if isinstance(window, dict) and "days" in window and len(window) > 1:
        yield document.fault(keys, None, "写了days,就不能再写别的")


def _column(document: Document, keys: Keys, table: str, column: str) -> Iterator[Fault]:
    if column not in SCHEMAS[table]:
        names = "、".join(SCHEMAS[table])
        yield document.fault(keys, column, f"{table}表没有这一列,可用的有:{names}")


def condition_faults(
    document: Document, keys: Keys, spec: Any, types: dict[str, Any], table: str
) -> Iterator[Fault]:
    """A condition's columns exist, and are compared with what they can hold."""
    for at, column, value in mentioned(spec, keys):
        if column not in types:
            yield document.fault(at, column, f"没有这个名称,可用的有:{'、'.join(types)}")
        elif expected := expectation(types[column], value, CHOICES.get((table, column))):
            yield document.fault(at, value, expected)
        elif isinstance(value, dict):
            yield from window_faults(document, (*at, WITHIN), value.get(WITHIN))


def expectation(kind: str, value: Any, choices: tuple[str, ...] | None) -> str:
    """What should stand there instead of the value; empty where it fits."""
    values = (
        [than for bound, than in value.items() if bound != WITHIN]
        if isinstance(value, dict)
        else value
    )
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
