"""Counts of a judgement: made once when it is kept, added up and read by its pages."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from fengqiao.oversight.standards.models import JudgedOffice, Judgement, Tally
from fengqiao.oversight.standards.verdicts import LETTERS, Column
from fengqiao.rulebook.reports.summary import Totals
from fengqiao.rulebook.reports.wording import clauses
from fengqiao.rulebook.results import DistrictResult

PLACES = {letter: at for at, letter in enumerate(LETTERS.values())}
MET, UNMET, UNKNOWN = PLACES.values()
ALL = 0  # the place of all districts together


@dataclass(frozen=True, slots=True)
class Judged:
    """So many offices of one class with the same verdicts."""

    size: str
    meets: bool | None
    verdicts: str
    count: int = 1


@dataclass(slots=True)
class ItemCount:
    """An item over the offices to which it applies; `unmet_by` class."""

    id: str
    title: str
    clauses: set[str] = field(default_factory=set)
    applies: int = 0
    unmet: int = 0
    unknown: int = 0
    unmet_by: Counter[str] = field(default_factory=Counter)

    @property
    def clause(self) -> str:
        """`3.1.b`, or `3.1.b、3.1.c` where the clause depends on the class."""
        return clauses(self.clauses)


@dataclass(frozen=True, slots=True)
class Goals:
    """The year's targets, one for each district and class."""

    rows: int
    reached: int
    short_by: int  # offices that must still meet


def tallies_of(kept: Judgement, offices: Sequence[JudgedOffice]) -> list[Tally]:
    """All counts of a new judgement: by district and class, and of all districts."""
    groups: defaultdict[str, list[Judged]] = defaultdict(list)
    for one in offices:
        groups[one.district].append(Judged(one.size, one.meets, one.verdicts))
    found: list[Tally] = []
    for place, district in enumerate(in_order(kept.about, groups), start=1):
        for tally in counted(groups[district], kept.about["classes"]):
            tally.place, tally.district = place, district
            _set_target(tally, kept.about)
            found.append(tally)
    every = added(found)
    for tally in (*every, *found):
        tally.judgement = kept
    return [*every, *found]


def in_order(about: Mapping[str, Any], districts: Iterable[str]) -> list[str]:
    """Districts as people list them: by division code, which the judgement remembers; one whose code
    it does not know comes behind these."""
    places = {name: place for place, name in enumerate(about.get("districts", ()))}
    return sorted(districts, key=lambda name: (places.get(name, len(places)), name))


def counted(rows: Iterable[Judged], classes: Iterable[str] = ()) -> list[Tally]:
    """A tally for each class, these first, also where it has no office."""
    groups: dict[str, list[Judged]] = {size: [] for size in classes}
    for row in rows:
        groups.setdefault(row.size, []).append(row)
    return [_counted(size, group) for size, group in groups.items()]


def _counted(size: str, rows: Sequence[Judged]) -> Tally:
    meets: Counter[bool | None] = Counter()
    items: list[list[int]] = [[0] * len(PLACES) for _letter in (rows[0].verdicts if rows else "")]
    for row in rows:
        meets[row.meets] += row.count
        for at, letter in enumerate(row.verdicts):
            if letter in PLACES:
                items[at][PLACES[letter]] += row.count
    return Tally(
        place=ALL,
        size=size,
        offices=meets.total(),
        met=meets[True],
        unknown=meets[None],
        targets=0,
        reached=0,
        short_by=0,
        items=items,
    )


def added(tallies: Iterable[Tally]) -> list[Tally]:
    """These districts together, by class."""
    groups: dict[str, list[Tally]] = {}
    for one in tallies:
        groups.setdefault(one.size, []).append(one)
    sums = ("offices", "met", "unknown", "targets", "reached", "short_by")
    return [
        Tally(
            place=ALL,
            size=size,
            items=_added_items([one.items for one in group if one.items]),
            **{name: sum(getattr(one, name) for one in group) for name in sums},
        )
        for size, group in groups.items()
    ]


def _added_items(items: Sequence[list[list[int]]]) -> list[list[int]]:
    return [
        [sum(cell) for cell in zip(*column, strict=True)] for column in zip(*items, strict=True)
    ]


def _set_target(tally: Tally, about: Mapping[str, Any]) -> None:
    if tally.size in about["classes"]:
        rate = district_result(tally, about)
        tally.targets, tally.reached, tally.short_by = 1, int(rate.reached), rate.short_by


def district_result(tally: Tally, about: Mapping[str, Any]) -> DistrictResult:
    """The rate of a class in a district, against the target of the year."""
    return DistrictResult(
        district=tally.district,
        size=tally.size,
        offices=tally.offices,
        met=tally.met,
        unknown=tally.unknown,
        target=target_of(tally, about) or Fraction(0),
    )


def target_of(tally: Tally, about: Mapping[str, Any]) -> Fraction | None:
    """The share of its offices that must meet the standard in this year."""
    share = about["targets"].get(tally.size)
    return None if share is None else Fraction(share)


def totals(tallies: Iterable[Tally], target: Fraction | None = None) -> Totals:
    """How many of the offices meet the standard."""
    rows = list(tallies)
    return Totals(
        offices=sum(row.offices for row in rows),
        met=sum(row.met for row in rows),
        unknown=sum(row.unknown for row in rows),
        target=target,
    )


def goals(tallies: Iterable[Tally]) -> Goals:
    """How many of the targets are reached."""
    rows = list(tallies)
    return Goals(
        rows=sum(row.targets for row in rows),
        reached=sum(row.reached for row in rows),
        short_by=sum(row.short_by for row in rows),
    )


def item_counts(columns: Sequence[Column], tallies: Iterable[Tally]) -> list[ItemCount]:
    """Every item that applies to an office, in the order in which offices list them."""
    found: dict[str, ItemCount] = {}
    for tally in tallies:
        for column, cell in zip(columns, tally.items, strict=bool(tally.items)):
            if any(cell):
                item = found.setdefault(column.item, ItemCount(column.item, column.title))
                item.clauses.add(column.clause)
                item.applies += sum(cell)
                item.unmet += cell[UNMET]
                item.unknown += cell[UNKNOWN]
                item.unmet_by[tally.size] += cell[UNMET]
    return list(found.values())


def most_lacked(items: Iterable[ItemCount]) -> list[ItemCount]:
    """Items that some office lacks, the most lacked first."""
    return sorted((item for item in items if item.unmet), key=lambda item: _order(item, item.unmet))


def most_unknown(items: Iterable[ItemCount]) -> list[ItemCount]:
    """Items on which data are missing, the most wanted first."""
    wanted = (item for item in items if item.unknown)
    return sorted(wanted, key=lambda item: _order(item, item.unknown))


def _order(item: ItemCount, count: int) -> tuple[int, str, str]:
    return -count, item.clause, item.id
