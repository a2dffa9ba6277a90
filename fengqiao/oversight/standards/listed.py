"""Offices of a judgement as a list shows them: a page of rows, what each lacks, and why."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from fengqiao.oversight.standards.models import JudgedOffice, Judgement
from fengqiao.oversight.standards.packing import unpack
from fengqiao.oversight.standards.verdicts import Lack, columns_of, lacks
from fengqiao.rulebook.about import from_json
from fengqiao.rulebook.reports.columns import lack
from fengqiao.rulebook.reports.summary import shortfall


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of the list; `why` is the sentence about the item that was asked for."""

    office: JudgedOffice
    lacks: list[Lack]
    why: str = ""

    short: tuple[str, ...] = ()  # the unmet items, each with what is still short

    @property
    def unknown(self) -> list[Lack]:
        """What may be lacking: nobody knows yet."""
        return [lack for lack in self.lacks if lack.verdict == "unknown"]

    @property
    def unmet(self) -> list[Lack]:
        """What surely is lacking."""
        return [lack for lack in self.lacks if lack.verdict == "unmet"]


def listed(kept: Judgement, offices: Iterable[JudgedOffice], item: str = "") -> list[Listed]:
    """These offices; only where an item is asked for are their details opened, which the caller has
    selected with them."""
    columns = columns_of(kept.about)
    why = _why(kept, item) if item else None
    return [
        Listed(office, lacks(columns, office.verdicts), why(office) if why else "")
        for office in offices
    ]


def nearest(kept: Judgement, failing: Iterable[JudgedOffice], limit: int) -> list[Listed]:
    """Of these offices, given with their details and those with the fewest unmet items first, the
    `limit` that are nearest to meeting the standard: of two with as many, the one that lacks less.
    """
    columns, about = columns_of(kept.about), from_json(kept.about)
    found = [(office, unpack(office.detail.packed, about).items) for office in failing]
    found.sort(key=lambda pair: (pair[0].unmet, pair[0].unknown, shortfall(pair[1]), pair[0].row))
    return [
        Listed(
            office,
            lacks(columns, office.verdicts),
            short=tuple(lack(item) for item in items if item.verdict == "unmet"),
        )
        for office, items in found[:limit]
    ]


def _why(kept: Judgement, item: str) -> Callable[[JudgedOffice], str]:
    about = from_json(kept.about)

    def why(office: JudgedOffice) -> str:
        items = unpack(office.detail.packed, about).items
        return next((one.why for one in items if one.id == item), "")

    return why
