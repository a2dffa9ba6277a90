"""Editions of one standard follow each other: no two are in force on the same day."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from fengqiao.lib.faults import Fault
from fengqiao.rulebook.packs.building import day
from fengqiao.rulebook.packs.yamlfile import Document


def edition_days_faults(head: Document) -> Iterator[Fault]:
    """Ids that repeat, spans that are empty, spans that overlap."""
    editions = list(enumerate(head.data["editions"]))
    seen: set[str] = set()
    for at, edition in editions:
        if edition["id"] in seen:
            yield head.fault(("editions", at, "id"), edition["id"], "版本编号不得重复")
        seen.add(edition["id"])
        if _end(edition) <= day(edition["from"]):
            yield head.fault(("editions", at, "to"), edition["to"], "应晚于from,到这一天为止(不含)")
    for (_, earlier), (at, later) in pairwise(
        sorted(editions, key=lambda pair: day(pair[1]["from"]))
    ):
        if day(later["from"]) < _end(earlier):
            yield head.fault(
                ("editions", at, "from"), later["from"], f"与版本{earlier['id']}的施行日期重叠"
            )


def _end(edition: dict[str, Any]) -> date:
    return day(edition["to"]) if edition.get("to") else date.max
