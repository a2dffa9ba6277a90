"""Which offices of a judgement a page lists: the filter of its address, and nothing else."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fengqiao.oversight.standards.models import JudgedOffice
from fengqiao.oversight.standards.verdicts import columns_of, having

# As the constraint of the table says it; these columns are indexed.
MEETS = {
    "met": Q(unmet=0, unknown=0),
    "unmet": Q(unmet__gt=0),
    "unknown": Q(unmet=0, unknown__gt=0),
}
UNSIZED = "none"  # the filter for offices whose class is not confirmed
# The first is what a bureau asks for most: who lacks it?
VERDICTS = {
    "unmet": gettext_lazy("未达标"),
    "unknown": gettext_lazy("待定"),
    "met": gettext_lazy("达标"),
}


@dataclass(frozen=True, slots=True)
class Selection:
    """A filter over the offices of a judgement; an empty field does not filter.

    `meets` and `verdict` are met, unmet or unknown, of the office as a whole and of the item.
    """

    q: str = ""
    district: str = ""
    size: str = ""
    meets: str = ""
    item: str = ""
    verdict: str = "unmet"

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> Self:
        """The filter that an address asks for; words that are none filter nothing."""
        return cls(
            q=query.get("q", "").strip(),
            district=query.get("district", ""),
            size=query.get("size", ""),
            meets=query.get("meets", "") if query.get("meets") in MEETS else "",
            item=query.get("item", ""),
            verdict=query.get("verdict", "") if query.get("verdict") in MEETS else "unmet",
        )

    def as_query(self) -> dict[str, str]:
        """As an address states it; a verdict is of an item, and stands for nothing without one."""
        return asdict(self) | ({} if self.item else {"verdict": ""})

    def of(
        self, offices: QuerySet[JudgedOffice], about: Mapping[str, Any]
    ) -> QuerySet[JudgedOffice]:
        """The chosen ones of these offices of one judgement."""
        if self.q:
            offices = offices.filter(Q(name__contains=self.q) | Q(code__startswith=self.q))
        if self.district:
            offices = offices.filter(district=self.district)
        if self.size:
            offices = offices.filter(size="" if self.size == UNSIZED else self.size)
        if self.meets:
            offices = offices.filter(MEETS[self.meets])
        if self.item:
            offices = offices.filter(having(columns_of(about), self.item, self.verdict))
        return offices

    def words(self, about: Mapping[str, Any]) -> list[str]:
        """The filter as a reader says it, by the titles of the judgement's items."""
        titles = {item["id"]: item["title"] for item in about["items"]}
        item = f"{titles.get(self.item, self.item)} {VERDICTS[self.verdict]}"
        parts = {
            _("名称或编码"): self.q,
            _("市(区)"): self.district,
            _("分类"): _("未确认") if self.size == UNSIZED else self.size,
            _("结论"): str(VERDICTS[self.meets]) if self.meets else "",
            _("条目"): item if self.item else "",
        }
        return [f"{label}:{said}" for label, said in parts.items() if said]
