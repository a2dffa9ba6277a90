"""What a judgement says as a whole: counts by size, what is lacked most, who is nearest.

Pure functions over a judgement, shared by the documents and the pages.
"""

from collections import defaultdict
from collections.abc import Iterable, Sized
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from .wording import clauses

if TYPE_CHECKING:
    from fengqiao.rulebook.about import About
    from fengqiao.rulebook.results import DistrictResult, ItemResult, OfficeResult

NEAREST = 20  # offices that a report names as nearest to meeting the standard


class Judgement(Protocol):
    """What is counted over: a judgement fresh from the judge, or one that was kept and opened."""

    @property
    def about(self) -> "About": ...

    @property
    def offices(self) -> "list[OfficeResult]": ...

    @property
    def districts(self) -> "list[DistrictResult]": ...


class Decided(Protocol):
    """An office of which it is said whether it meets the standard."""

    @property
    def meets(self) -> bool | None: ...


@dataclass(frozen=True, slots=True)
class Totals:
    """How many offices meet the standard, of all or of one size."""

    offices: int
    met: int
    unknown: int
    target: Fraction | None = None

    @property
    def unmet(self) -> int:
        """Offices that surely do not meet the standard."""
        return self.offices - self.met - self.unknown

    @property
    def rate(self) -> Fraction | None:
        """Not known counts as not meeting; no offices, no rate."""
        return Fraction(self.met, self.offices) if self.offices else None


@dataclass(frozen=True, slots=True)
class Goals:
    """The year's targets, one for each district and size."""

    rows: int
    reached: int
    without_offices: int  # reached because there is no office of that size
    short_by: int  # offices that must still meet, all districts and sizes together


@dataclass(slots=True)
class ItemTotals:
    """One item over all offices to which it applies."""

    id: str
    title: str
    clauses: set[str] = field(default_factory=set)
    applies: int = 0
    unmet: "list[OfficeResult]" = field(default_factory=list)
    unknown: "list[OfficeResult]" = field(default_factory=list)

    @property
    def clause(self) -> str:
        """`3.1.b`, or `3.1.b、3.1.c` where the clause depends on the size."""
        return clauses(self.clauses)

    def unmet_of(self, size: str) -> int:
        """How many offices of one size lack it."""
        return sum(office.size == size for office in self.unmet)


def totals(offices: Iterable[Decided], target: Fraction | None = None) -> Totals:
    """Counts over any set of offices."""
    meets = [office.meets for office in offices]
    return Totals(len(meets), meets.count(True), meets.count(None), target)


def totals_by_size(judgement: Judgement) -> dict[str, Totals]:
    """Counts of every class of the standard, in its order, with the target of the year."""
    groups = defaultdict(list)
    for office in judgement.offices:
        groups[office.size].append(office)
    about = judgement.about
    return {size: totals(groups[size], about.targets.get(size)) for size in about.classes}


def unsized(judgement: Judgement) -> int:
    """Offices whose size is not confirmed; they are in no district row."""
    return len(without_size(judgement))


def without_size(judgement: Judgement) -> "list[OfficeResult]":
    """The offices whose size is not confirmed; none where the standard knows no classes."""
    classes = judgement.about.classes
    return [office for office in judgement.offices if classes and office.size not in classes]


def goals(rows: "Iterable[DistrictResult]") -> Goals:
    """How many of the targets are reached."""
    rows = list(rows)
    return Goals(
        rows=len(rows),
        reached=sum(row.reached for row in rows),
        without_offices=sum(not row.offices for row in rows),
        short_by=sum(row.short_by for row in rows),
    )


def by_district(judgement: Judgement) -> "dict[str, list[DistrictResult]]":
    """The district rows under each district's name, in the order of `district_rows`."""
    groups: dict[str, list[DistrictResult]] = {}
    for row in district_rows(judgement):
        groups.setdefault(row.district, []).append(row)
    return groups


def district_rows(judgement: Judgement) -> "list[DistrictResult]":
    """The rates by district and class, districts in the order of their division codes as people
    list them; in that of the judgement where it does not remember the codes.
    """
    places = {name: place for place, name in enumerate(judgement.about.districts)}
    return sorted(judgement.districts, key=lambda row: places.get(row.district, len(places)))


def item_totals(judgement: Judgement) -> list[ItemTotals]:
    """Every item that applies to an office, in the order in which offices list them."""
    found: dict[str, ItemTotals] = {}
    for office in judgement.offices:
        for item in office.items:
            total = found.setdefault(item.id, ItemTotals(item.id, item.title))
            total.clauses.add(item.clause)
            total.applies += 1
            if item.verdict != "met":
                (total.unmet if item.verdict == "unmet" else total.unknown).append(office)
    return list(found.values())


def most_lacked(items: Iterable[ItemTotals]) -> list[ItemTotals]:
    """Items that some office lacks, the most lacked first."""
    lacked = [item for item in items if item.unmet]
    return sorted(lacked, key=lambda item: (-len(item.unmet), item.clause, item.id))


def most_unknown(items: Iterable[ItemTotals]) -> list[ItemTotals]:
    """Items on which data are missing, the most wanted first."""
    wanted = [item for item in items if item.unknown]
    return sorted(wanted, key=lambda item: (-len(item.unknown), item.clause, item.id))


def lacking(office: "OfficeResult", verdict: str = "unmet") -> "list[ItemResult]":
    """The office's items of one verdict, in the standard's order."""
    return [item for item in office.items if item.verdict == verdict]


def nearest(judgement: Judgement, limit: int = NEAREST) -> "list[OfficeResult]":
    """Offices that do not meet the standard, those with the fewest unmet items first; of two with as
    many the one whose items lack less.
    """
    failing = [office for office in judgement.offices if office.meets is False]
    return sorted(failing, key=_distance)[:limit]


def undecided(judgement: Judgement) -> "list[OfficeResult]":
    """Offices with nothing unmet, where only data are missing; the fewest missing first."""
    return sorted((office for office in judgement.offices if office.meets is None), key=_distance)


def _distance(office: "OfficeResult") -> tuple[int, int, Fraction, str]:
    unmet = lacking(office)
    return len(unmet), len(lacking(office, "unknown")), shortfall(unmet), office.code


def shortfall(items: "Iterable[ItemResult]") -> Fraction:
    """What the unmet items among these are short of, each as a share of what it asks, added up."""
    return sum((_gap(item) for item in items if item.verdict == "unmet"), Fraction(0))


def _gap(item: "ItemResult") -> Fraction:
    """The whole of it for yes or no."""
    if item.gap is None or not item.required:
        return Fraction(1)
    return Fraction(item.gap) / Fraction(item.required)


def share(part: Sized, item: ItemTotals) -> Fraction:
    """The share of the offices to which an item applies."""
    return Fraction(len(part), item.applies)
