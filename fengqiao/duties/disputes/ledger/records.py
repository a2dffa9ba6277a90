"""A row of the ledger as it is kept, and as columns of a dispute."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from fengqiao.duties.disputes.enums import State
from fengqiao.duties.disputes.ledger.sheet import CODES, HEADERS

Record = dict[str, Any]
OF_THE_CASE = (
    "number",
    "registered_on",
    "accepted_on",
    "source",
    "referrer",
    "kind",
    "matter",
    "difficulty",
    "summary",
    "ended_on",
    "agreement_form",
    "amount",
    "performance",
    "confirmation",
    "prevented_crime",
    "prevented_group",
    "people_count",
)
BLANK_IS_TEXT = (
    "referrer",
    "difficulty",
    "summary",
    "agreement_form",
    "performance",
    "confirmation",
)
UNTOLD = ("parties", "summary")  # who is in dispute and about what: named as changed, not quoted


def record_of(row: Mapping[str, Any]) -> Record:
    """What is kept and compared: the words of the file, without the blanks."""
    return {name: _plain(value) for name, value in row.items() if value is not None}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return list(value) if isinstance(value, tuple) else value


def values_of(row: Mapping[str, Any]) -> dict[str, Any]:
    """Columns of `Dispute`."""
    values = {name: row[name] for name in OF_THE_CASE}
    for name, codes in CODES.items():
        if name in values and values[name] is not None:
            values[name] = codes[values[name]]
    for name in BLANK_IS_TEXT:
        values[name] = values[name] or ""
    return values | {"state": State(CODES["result"][row["result"]])}


def changed(before: Record, after: Record) -> list[str]:
    """The columns that differ, in the order of the sheet."""
    return [name for name in HEADERS if before.get(name) != after.get(name)]


def told(before: Record, after: Record) -> dict[str, str]:
    """The changes by header, old and new, for the timeline, where all of it stands encrypted."""
    return {
        HEADERS[name]: f"{shown(before, name)} → {shown(after, name)}"
        for name in changed(before, after)
    }


def told_openly(before: Record, after: Record) -> dict[str, str]:
    """The same without anybody's name or words, for the preview and the trail."""
    said = told(before, after)
    return said | {HEADERS[name]: "有变化" for name in UNTOLD if HEADERS[name] in said}


def shown(record: Record, name: str) -> str:
    """A cell for people."""
    value = record.get(name)
    if value is None:
        return "空白"
    if isinstance(value, bool):
        return "是" if value else "否"
    return "、".join(value) if isinstance(value, list) else str(value)
