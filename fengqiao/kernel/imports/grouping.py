"""Faults as a page tells them: what is expected is said once, with all places that it is said of.

Two thousand rows of another district are one thing to know, not two thousand.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from fengqiao.lib.faults import Fault

MOST_GROUPS, MOST_PLACES = 1000, 5000  # kept for the page; the workbook of faulty rows has them all
PLACES = 200  # of one group


@dataclass(slots=True)
class Group:
    """One sentence, how often it is said, in which sheets and columns, and its first places."""

    sentence: str
    first: str = ""  # what is said of the first place, with what was found there
    count: int = 0
    where: Counter[str] = field(default_factory=Counter)
    places: list[tuple[str, str]] = field(default_factory=list)  # where, and what was found there

    def as_json(self) -> dict[str, Any]:
        """As it is stored."""
        return {
            "sentence": self.sentence,
            "first": self.first,
            "count": self.count,
            "where": list(self.where.items()),
            "places": self.places,
            "more": self.count - len(self.places),
        }


def grouped(faults: Iterable[Fault]) -> list[dict[str, Any]]:
    """Groups in the order in which they first occur; those beyond measure are counted in a last one."""
    groups: dict[str, Group] = {}
    rest = Group(_("还有别的错误,请下载错误行查看"))
    kept = 0
    for fault in faults:
        group = groups.get(fault.expected)
        if group is None:
            group = rest if len(groups) >= MOST_GROUPS else Group(fault.expected, fault.sentence)
            groups.setdefault(fault.expected, group)
        group.count += 1
        group.where[" ".join(filter(None, (fault.sheet, fault.column)))] += 1
        if group is not rest and len(group.places) < PLACES and kept < MOST_PLACES:
            group.places.append((fault.place, fault.quoted))
            kept += 1
    told = {id(group): group for group in groups.values()}
    return [group.as_json() for group in told.values()]


def without_quotes(group: Mapping[str, Any]) -> dict[str, Any]:
    """The group once its file is erased: where something was wrong, and nothing that stood there."""
    places = [(place, "") for place, _found in group["places"]]
    return {**group, "sentence": "", "first": "", "places": places}


def count_of(groups: Iterable[Mapping[str, Any]]) -> int:
    """How many single faults these groups hold."""
    return sum(group["count"] for group in groups)
