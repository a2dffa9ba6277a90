"""What two editions ask otherwise: of one standard before and after, or of two standards."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import yaml

from fengqiao.lib.typography import typeset
from fengqiao.rulebook.model import Choice, Edition, Fact, Item


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is there in one edition alone, or stands there otherwise.

    `what` is the property that differs, empty where the whole thing is new (`before` None) or gone
    (`after` None); the values are as the pack writes them, in one line.
    """

    part: str
    name: str
    what: str
    before: str | None
    after: str | None
    concerns: tuple[str, ...] = ()  # the ids of items that rest on a fact


OF_ITEM = {
    "title": "名称",
    "section": "部分",
    "clause": "条款",
    "applies": "适用",
    "rule": "规则",
    "unit": "单位",
    "points": "分值",
    "veto": "否决",
    "wording": "说理",
    "note": "备注",
}
OF_FACT = {
    "label": "名称",
    "unit": "单位",
    "rule": "取数",
    "when_unknown": "不明时",
    "when_unsure": "不全时",
}
OF_EDITION = {
    "sections": "部分",
    "classification": "分类",
    "targets": "年度目标",
    "scoring": "计分",
    "clauses": "条款原意",
    "ambiguities": "歧义",
}


def differences(before: Edition, after: Edition) -> Iterator[Difference]:
    """Items in the order of the new edition, those that are gone last; then facts; then the rest."""
    old, new = ({item.id: item for item in one.items} for one in (before, after))
    for item in _in_order(old, new):
        yield from _of("条目", item, _named(old, new, item), old, new, OF_ITEM)
    for fact in _in_order(before.facts, after.facts):
        resting = tuple(one.id for one in after.items if fact in one.facts)
        name = _named(before.facts, after.facts, fact)
        for one in _of("事实", fact, name, before.facts, after.facts, OF_FACT):
            yield Difference(one.part, one.name, one.what, one.before, one.after, resting)
    for name, label in OF_EDITION.items():
        first, second = (said(getattr(one, name)) for one in (before, after))
        if first != second:
            yield Difference("版本", label, "", first, second)


def told(found: Iterable[Difference]) -> Iterator[str]:
    """The differences as lines for a jurist; what the pack wrote is indented below."""
    for one in found:
        whole = ":新增" if one.before is None else ":取消" if one.after is None else ""
        what = f":{one.what}" if one.what else whole
        yield typeset(f"{one.part} {one.name}{what}")
        if one.concerns:
            yield typeset(f"  涉及条目:{'、'.join(one.concerns)}")
        if one.before is not None:
            yield f"  - {one.before}"
        if one.after is not None:
            yield f"  + {one.after}"


def _in_order(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    return [*new, *(key for key in old if key not in new)]


def _named(old: Mapping[str, Any], new: Mapping[str, Any], key: str) -> str:
    one: Any = new.get(key) or old.get(key)
    return f"{key} {getattr(one, 'title', '') or one.label}"


def _of(
    part: str,
    key: str,
    name: str,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    properties: Mapping[str, str],
) -> Iterator[Difference]:
    first, second = old.get(key), new.get(key)
    if first is None or second is None:
        yield Difference(
            part, name, "", first and said(_rule(first)), second and said(_rule(second))
        )
        return
    for attribute, label in properties.items():
        values = [
            said(_rule(one) if attribute == "rule" else getattr(one, attribute))
            for one in (first, second)
        ]
        if values[0] != values[1]:
            yield Difference(part, name, label, values[0], values[1])


def _rule(one: Item | Fact) -> dict[str, Any]:
    return {one.how if isinstance(one, Fact) else one.kind: one.spec}


def said(value: Any) -> str:
    """A value of a pack in one line, as YAML writes it."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    line = yaml.safe_dump(
        _plain(value), default_flow_style=True, allow_unicode=True, sort_keys=False, width=10**6
    )
    return line.removesuffix("...\n").strip()


def _plain(value: Any) -> Any:
    if isinstance(value, Choice):
        return {
            "by": list(value.by),
            "cases": {"/".join(key): _plain(cell) for key, cell in value.cells},
        }
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(one) for one in value]
    if isinstance(value, Fraction | Decimal):
        exact = Fraction(value)
        return exact.numerator if exact.denominator == 1 else float(exact)
    return value.isoformat() if isinstance(value, date) else value
