"""One Chinese sentence for each item of each office, made from what was judged.

No second evaluator: a sentence only picks the wording of the verdict and fills in values. Names of
persons never stand in a sentence, because no fact carries one.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import polars as pl

from fengqiao.lib.typography import typeset
from fengqiao.rulebook.columns import (
    ACTUAL,
    AGAINST,
    AMONG,
    APPLIES,
    GAP,
    NUMBERS,
    OF,
    REQUIRED,
    SHARE,
    VERDICT,
    WHY,
    column,
)
from fengqiao.rulebook.functions import kind_of
from fengqiao.rulebook.kinds import KINDS, Rule
from fengqiao.rulebook.model import Edition, Fact, Item
from fengqiao.rulebook.numbers import exact_gap, said
from fengqiao.rulebook.results import WORDS
from fengqiao.rulebook.wording import PLACE

Row = Mapping[str, Any]


def sentences(edition: Edition, frame: pl.DataFrame) -> pl.DataFrame:
    """A column of sentences for each item; `frame` holds facts and outputs, a row for each office.

    Offices with the same values get the same sentence, which is then made once.
    """
    values = frame.to_dict(as_series=False)
    shown = _shown_by(edition)
    return pl.DataFrame(
        [
            pl.Series(
                column(item.id, WHY),
                _column(edition, item, shown[item.id], values),
                dtype=pl.String,
            )
            for item in edition.items
        ]
    )


def _column(
    edition: Edition, item: Item, shown: list[str], values: Mapping[str, list[Any]]
) -> list[str | None]:
    names = [name for name in shown if name in values]
    made: dict[tuple[Any, ...], str | None] = {}
    whys: list[str | None] = []
    for row in zip(*(values[name] for name in names), strict=True):
        if row not in made:
            made[row] = sentence(edition, item, dict(zip(names, row, strict=True)))
        whys.append(made[row])
    return whys


@lru_cache(maxsize=32)
def _shown_by(edition: Edition) -> dict[str, list[str]]:
    """The columns that each item's sentence may show, by the item's id."""
    return {item.id: _columns(edition, item) for item in edition.items}


def _columns(edition: Edition, item: Item) -> list[str]:
    """All columns that the sentence of an item may show."""
    texts = item.wording.values()
    places = {place.split(".")[0] for text in texts for place in PLACE.findall(text)}
    facts = [*item.facts, *sorted(places & set(edition.facts) - set(item.facts))]
    outputs = [column(item.id, name) for name in (APPLIES, VERDICT, *NUMBERS)]
    return outputs + [name + part for name in facts for part in ("", OF, AMONG, AGAINST)]


def sentence(edition: Edition, item: Item, row: Row) -> str | None:
    """The sentence for one office; none where the item does not apply to it."""
    if row.get(column(item.id, APPLIES)) is False:
        return None
    speech = _Speech(edition, item, row)
    template = item.wording[speech.wording]
    return typeset(PLACE.sub(lambda place: speech.place(place[1]), template))


@dataclass(frozen=True, slots=True)
class _Speech:
    """The values of one item of one office, as its sentence names them."""

    edition: Edition
    item: Item
    row: Row

    @property
    def wording(self) -> str:
        """Which of the item's wordings fits."""
        kind = KINDS[self.item.kind]
        if "nobody" in self.item.wording and kind.is_about_nobody(self.item.spec, self):
            return "nobody"
        return WORDS[self.row[column(self.item.id, VERDICT)]]

    def label(self, fact: str) -> str:
        return self.edition.facts[fact].label

    def value(self, fact: str) -> Any:
        return self.row.get(fact)

    def wanted(self, rule: Rule) -> str:
        name, spec = next(iter(rule.items()))
        return KINDS[name].wanted(spec, self)

    def place(self, name: str) -> str:
        """What stands for a place of the template."""
        if name in FILLERS:
            return FILLERS[name](self)
        fact, _, part = name.partition(".")
        return _shown(self._part(fact, part) if part else self.value(fact))

    def unknowns(self) -> str:
        """What is not known, in the words of the facts."""
        said = (self._unknown(self.edition.facts[name]) for name in self.item.facts)
        return ",".join(dict.fromkeys(filter(None, said)))

    def output(self, name: str) -> Any:
        return self.row.get(column(self.item.id, name))

    def gap(self) -> str:
        return _shown(exact_gap(*(self.output(name) for name in (GAP, REQUIRED, ACTUAL))))

    def _unknown(self, fact: Fact) -> str:
        if kind_of(fact, self.edition.facts) != SHARE:
            return fact.when_unknown if self.value(fact.name) is None else ""
        if self._part(fact.name, "among") is None:
            return fact.when_unknown
        return fact.when_unsure if self._part(fact.name, "unsure") else ""

    def _part(self, fact: str, part: str) -> Any:
        if part != "unsure":
            return self.row[f"{fact}__{part}"]
        of, among, against = (self.row[fact + name] for name in (OF, AMONG, AGAINST))
        return None if among is None else among - of - against


FILLERS: dict[str, Callable[[_Speech], str]] = {
    "title": lambda speech: speech.item.title,
    "unit": lambda speech: speech.item.unit,
    "actual": lambda speech: _shown(speech.output(ACTUAL), never=speech.output(REQUIRED)),
    "required": lambda speech: _shown(speech.output(REQUIRED)),
    "gap": lambda speech: speech.gap(),
    "wanted": lambda speech: speech.wanted({speech.item.kind: speech.item.spec}),
    "unknowns": lambda speech: speech.unknowns(),
}


def _shown(value: Any, never: Any = None) -> str:
    if value is None:
        return "若干"
    if isinstance(value, bool):
        return "是" if value else "否"
    return said(value, never) if isinstance(value, int | float) else str(value)
