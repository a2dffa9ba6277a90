"""Which offices of a judgement a page lists: the filter of its address, and nothing else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from django.db.models import QuerySet

from fengqiao.oversight.standards.models import JudgedOffice

MEETS = {"met": True, "unmet": False, "unknown": None}


@dataclass(frozen=True, slots=True)
class Selection:
    """A filter over the offices of a judgement; an empty field does not filter.

    `meets` and `verdict` are met, unmet or unknown, of the office as a whole and of the item.
    """

    district: str = ""
    size: str = ""
    meets: str = ""
    item: str = ""
    verdict: str = "unmet"

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> Self:
        """The filter that an address asks for; words that are none filter nothing."""
        return cls(
            district=query.get("district", ""),
            size=query.get("size", ""),
            meets=query.get("meets", "") if query.get("meets") in MEETS else "",
            item=query.get("item", ""),
            verdict=query.get("verdict", "") if query.get("verdict") in MEETS else "unmet",
        )

    def rows(self, offices: QuerySet[JudgedOffice]) -> list[JudgedOffice]:
        """The chosen rows; the item is looked up in the rows of one judgement, a city's at most."""
        if self.district:
            offices = offices.filter(district=self.district)
        if self.size:
            offices = offices.filter(size=self.size)
        if self.meets:
            offices = offices.filter(meets=MEETS[self.meets])
        return list(self._with_item(offices.defer("facts")))

    def _with_item(self, offices: Iterable[JudgedOffice]) -> Iterable[JudgedOffice]:
        if not self.item:
            return offices
        wanted = (self.item, self.verdict)
        return (
            office
            for office in offices
            if any((item["id"], item["verdict"]) == wanted for item in office.items)
        )
