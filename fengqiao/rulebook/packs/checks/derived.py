"""Facts made of others: what they name is there, is a number, and does not rest on them."""

from collections.abc import Iterator
from typing import Any

from fengqiao.lib.faults import Fault
from fengqiao.rulebook.deriving import parts
from fengqiao.rulebook.packs.sizes import TERMS
from fengqiao.rulebook.packs.yamlfile import Document, Keys
from fengqiao.rulebook.tables import SCHEMAS

Terms = dict[str, int]  # of `sizes.terms_of`
NO_NUMBERS = {"exists", "share", "periods", "band"}


def derived_faults(document: Document, keys: Keys, spec: Any, terms: Terms) -> Iterator[Fault]:
    """Everything that is wrong with one derived fact."""
    yield from _form(document, keys, spec)
    facts, by = document.data["facts"], spec.get("by", []) if isinstance(spec, dict) else []
    for part in dict.fromkeys(parts(str(keys[-1]), spec)):
        at = (*keys, *_where(spec, part))
        if part not in facts:
            yield document.fault(at, part, "没有这个事实")
        elif part not in by and not _may_be_number(facts[part]):
            yield document.fault(at, part, "只有数可以相加、相减、相比")
        elif part not in terms:
            yield document.fault(at, part, "事实之间循环引用:它最终又要用到这里的事实")
    if (number := terms.get(str(keys[1]), 0)) > TERMS:
        told = f"约10的{len(str(number)) - 1}次方" if number > 10**6 else str(number)
        yield document.fault(keys, None, f"逐层展开后要加{told}项,至多{TERMS}项")


def _may_be_number(fact: Any) -> bool:
    if "given" in fact:
        return fact["given"].get("is") != "yes_no"
    if "column" in fact:
        return SCHEMAS["offices"].get(fact["column"]) in ("int64", "float64")
    return not NO_NUMBERS & set(fact)


def _where(spec: Any, part: str) -> tuple[str | int, ...]:
    if isinstance(spec, list):
        return (spec.index(part),)
    for key, value in spec.items():
        if value == part:
            return (key,)
    return ("by", spec["by"].index(part))


def _form(document: Document, keys: Keys, spec: Any) -> Iterator[Fault]:
    if keys[-1] == "capped" and ("most" in spec) == ("percent" in spec and "of" in spec):
        yield document.fault(keys, None, "应写most,或者percent和of,不能都写")
    if keys[-1] == "band":
        starts = [step["from"] for step in spec["steps"]]
        if len(set(starts)) < len(starts):
            yield document.fault((*keys, "steps"), None, "两档不得从同一个数起")
