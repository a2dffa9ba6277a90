"""What a pack says, as values: editions, facts, items, classification, targets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from fengqiao.lib.faults import InputRefused
from fengqiao.rulebook.marks import Scoring
from fengqiao.rulebook.titles import not_in_force

Spec = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known, or not known, about each office.

    `how` is the function that counts it (`column`, `count`, `share` …) and `spec` what it was told.
    """

    name: str
    label: str
    unit: str
    how: str
    spec: Any
    when_unknown: str
    when_unsure: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that depends on facts: the cells of a table by the facts `by`; `unknown` where one
    is."""

    by: tuple[str, ...]
    cells: tuple[tuple[tuple[str, ...], Any], ...]
    unknown: Any = None

    def of(self, values: Mapping[str, Any]) -> Any:
        """The cell for these values of facts."""
        key = tuple(values.get(name) for name in self.by)
        return dict(self.cells).get(key, self.unknown)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Item:
    """One demand of the standard: its clause, to whom it applies, the rule, and how it is said."""

    id: str
    title: str
    section: str
    clause: str | Choice
    applies: Spec | None
    kind: str
    spec: Any
    unit: str
    wording: Mapping[str, str]
    note: str
    facts: tuple[str, ...]
    points: Spec | None = None
    veto: Spec | None = None

    def clause_for(self, values: Mapping[str, Any]) -> str:
        """The clause that binds an office with these facts."""
        return self.clause if isinstance(self.clause, str) else str(self.clause.of(values))


@dataclass(frozen=True, slots=True)
class Targets:
    """The share of each class that must meet the standard, by year."""

    years: tuple[tuple[int, Mapping[str, Fraction]], ...]  # from which year on; ascending

    def on(self, day: date) -> Mapping[str, Fraction]:
        """The targets of the year of this day; none before the first year."""
        due: Mapping[str, Fraction] = {}
        for year, shares in self.years:
            if year <= day.year:
                due = shares
        return due


@dataclass(frozen=True, slots=True)
class Step:
    """From this value of a factor on, so many of 100 points."""

    start: Fraction
    points: int


@dataclass(frozen=True, slots=True)
class Factor:
    """One ground for the class of an office: a fact, its weight, its steps (ascending)."""

    fact: str
    label: str
    weight: int
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Classification:
    """Into which classes offices fall, and how a class is proposed.

    `is_setting` tells that weights and cuts are no rule of the document but a setting of the
    bureau.
    """

    fact: str
    classes: tuple[str, ...]  # in the order in which they are listed
    is_setting: bool
    note: str
    factors: tuple[Factor, ...]
    cuts: tuple[tuple[Fraction, str], ...]  # from this score on, the class; descending


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A place where the document can be read in two ways, and the reading that was taken."""

    clause: str
    text: str
    taken: str


@dataclass(frozen=True, slots=True, eq=False)
class Edition:
    """A standard as it stands in a half-open span of days; equal where the digest is."""

    pack: str
    id: str
    title: str
    unit: str
    valid_from: date
    valid_to: date | None
    digest: str
    facts: Mapping[str, Fact]
    items: tuple[Item, ...]
    sections: Mapping[str, str]
    classification: Classification
    targets: Targets
    ambiguities: tuple[Ambiguity, ...]
    ground: str  # the document, who issued it and when, as a report names it
    clauses: Mapping[str, str]  # what a clause asks, in the pack's own words
    scoring: Scoring | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Edition) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def holds_on(self, day: date) -> bool:
        """Whether the edition is in force on this day."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)

    def targets_for(self, day: date) -> Mapping[str, Fraction]:
        """The share of each class that must meet the standard in the year of this day."""
        return self.targets.on(day)

    def item(self, item_id: str) -> Item:
        """The item of this id; KeyError where there is none."""
        for item in self.items:
            if item.id == item_id:
                return item
        raise KeyError(item_id)


@dataclass(frozen=True, slots=True)
class Pack:
    """A standard with all its editions, and the document that it comes from."""

    id: str
    title: str
    document: str
    issuer: str
    issued_on: date
    place: str
    unit: str
    note: str
    editions: Sequence[Edition]
    path: Path = field(compare=False)

    def edition_on(self, day: date) -> Edition:
        """The edition in force on this day; InputRefused where there is none."""
        for edition in self.editions:
            if edition.holds_on(day):
                return edition
        first = min(edition.valid_from for edition in self.editions)
        raise InputRefused(not_in_force(self.title, day, first))
