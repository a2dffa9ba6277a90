"""The long side of a judged office as a few kilobytes: what the edition says of its items and facts
stands in the judgement's `about` and is left out here."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from fengqiao.rulebook.about import About
from fengqiao.rulebook.results import FactValue, ItemResult, OfficeResult
from fengqiao.rulebook.tables import Source

LEVEL = 1  # of zlib: a third of the time of its default for a tenth more room

Row = dict[str, Any]
Rows = Mapping[str, list[Row]]  # fact -> the rows that it counts


@dataclass(frozen=True, slots=True)
class Detail:
    """Items in the standard's order, facts with their sources, the rows behind the counted ones."""

    items: list[ItemResult]
    facts: dict[str, FactValue]
    evidence: dict[str, list[Row]]


def pack(office: OfficeResult, evidence: Rows) -> bytes:
    """The office as the judge left it."""
    kept = {
        "items": [
            [item.id, item.clause, item.verdict, item.actual, item.required, item.gap, item.why]
            for item in office.items
        ],
        "facts": {
            name: [fact.value, fact.among, _source(fact.source)]
            for name, fact in office.facts.items()
        },
        "evidence": {name: [_evidence_row(row) for row in rows] for name, rows in evidence.items()},
    }
    text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode(), LEVEL)


def unpack(packed: bytes | memoryview, about: About) -> Detail:
    """The office as it was."""
    kept = json.loads(zlib.decompress(packed))
    items = {item.id: item for item in about.items}
    facts = {fact.name: fact for fact in about.facts}
    return Detail(
        items=[_item(items[name], *rest) for name, *rest in kept["items"]],
        facts={name: _fact(facts[name], *rest) for name, rest in kept["facts"].items()},
        evidence=kept["evidence"],
    )


def _item(known: Any, clause: str, verdict: Any, *rest: Any) -> ItemResult:
    actual, required, gap, why = rest
    return ItemResult(
        id=known.id,
        title=known.title,
        section=known.section,
        clause=clause,
        verdict=verdict,
        actual=actual,
        required=required,
        gap=gap,
        unit=known.unit,
        why=why,
        facts=known.facts,
    )


def _fact(known: Any, value: Any, among: int | None, source: list[Any] | None) -> FactValue:
    return FactValue(
        name=known.name,
        label=known.label,
        value=value,
        unit=known.unit,
        source=_opened(*source) if source else None,
        among=among,
    )


def _source(source: Source | None) -> list[str | None] | None:
    if source is None:
        return None
    return [source.kind, source.text, source.on.isoformat() if source.on else None]


def _opened(kind: Any, text: str, on: str | None) -> Source:
    return Source(kind, text, date.fromisoformat(on) if on else None)


def _evidence_row(row: Row) -> Row:
    """A row as it was, days as text; party membership is nobody's business but the branch's."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in row.items()
        if name != "party"
    }
