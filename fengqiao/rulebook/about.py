"""What a kept judgement has to remember of its edition, so that it opens unchanged when the pack
is gone."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from fengqiao.rulebook.model import Ambiguity, Choice
from fengqiao.rulebook.numbers import decimal
from fengqiao.rulebook.tables import Source


@dataclass(frozen=True, slots=True)
class AboutItem:
    """An item without its rule; `is_counted`: it has numbers, else it is a yes/no one."""

    id: str
    title: str
    section: str
    unit: str
    clause: str | Choice
    facts: tuple[str, ...]
    is_counted: bool
    may_not_apply: bool
    note: str
    is_scored: bool = False
    has_veto: bool = False

    def clause_for(self, values: Mapping[str, Any]) -> str:
        """The clause that binds an office with these facts."""
        return self.clause if isinstance(self.clause, str) else str(self.clause.of(values))


@dataclass(frozen=True, slots=True)
class AboutFact:
    """A fact without its counting; `table` and `column` tell where to look for its source."""

    name: str
    label: str
    unit: str
    type: str
    table: str
    column: str


@dataclass(frozen=True, slots=True)
class AboutScoring:
    """How points are read: `grains` of them are one point; what there is beside the score."""

    grains: int
    full: int
    has_grades: bool
    is_ranked: bool
    has_money: bool

    def said(self, grains: int | None) -> str | None:
        """Grains as an exact decimal; null where not known."""
        return None if grains is None else decimal(Fraction(grains, self.grains))


@dataclass(frozen=True, slots=True)
class About:
    """The edition's side of a judgement."""

    standard: str
    title: str
    edition: str
    digest: str
    as_of: date
    valid_from: date
    valid_to: date | None
    unit: str
    sections: Mapping[str, str]
    classes: tuple[str, ...]
    targets: Mapping[str, Fraction]
    items: tuple[AboutItem, ...]
    facts: tuple[AboutFact, ...]
    ambiguities: tuple[Ambiguity, ...]
    sources: Mapping[str | tuple[str, str], Source]
    # What was kept before these were remembered has none of them.
    ground: str = ""  # the document, who issued it and when
    clauses: Mapping[str, str] = field(default_factory=dict)  # what a clause asks, in own words
    districts: tuple[str, ...] = ()  # in the order of their division codes
    scoring: "AboutScoring | None" = None

    def asks(self, clause: str) -> str:
        """What the clause asks; empty where the pack does not say."""
        return self.clauses.get(clause, "")


def to_json(known: About) -> dict[str, Any]:
    """As plain JSON values."""
    return asdict(known) | {
        "as_of": known.as_of.isoformat(),
        "valid_from": known.valid_from.isoformat(),
        "valid_to": _iso(known.valid_to),
        "targets": {name: str(share) for name, share in known.targets.items()},
        "sources": [
            [list(key) if isinstance(key, tuple) else key, one.kind, one.text, _iso(one.on)]
            for key, one in known.sources.items()
        ],
    }


def from_json(kept: Mapping[str, Any]) -> About:
    """The other way round."""
    return About(
        **{
            **kept,
            "as_of": date.fromisoformat(kept["as_of"]),
            "valid_from": date.fromisoformat(kept["valid_from"]),
            "valid_to": _day(kept["valid_to"]),
            "ambiguities": tuple(Ambiguity(**one) for one in kept["ambiguities"]),
            "classes": tuple(kept["classes"]),
            "scoring": AboutScoring(**kept["scoring"]) if kept.get("scoring") else None,
            "districts": tuple(kept.get("districts", ())),
            "targets": {name: Fraction(share) for name, share in kept["targets"].items()},
            "items": tuple(_item_from(one) for one in kept["items"]),
            "facts": tuple(AboutFact(**one) for one in kept["facts"]),
            "sources": {
                tuple(key) if isinstance(key, list) else key: Source(kind, text, _day(on))
                for key, kind, text, on in kept["sources"]
            },
        }
    )


def _item_from(kept: Mapping[str, Any]) -> AboutItem:
    clause = kept["clause"]
    if not isinstance(clause, str):
        cells = tuple((tuple(words), value) for words, value in clause["cells"])
        clause = Choice(tuple(clause["by"]), cells, clause["unknown"])
    return AboutItem(**{**kept, "clause": clause, "facts": tuple(kept["facts"])})


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
