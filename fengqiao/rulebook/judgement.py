"""A judgement: columns for many offices, opened row by row where somebody looks."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import Any

import polars as pl

from fengqiao.rulebook.about import About, AboutItem, from_json, to_json
from fengqiao.rulebook.columns import (
    AMONG,
    APPLIES,
    CODE,
    FACT,
    FULL,
    GRADE,
    MEETS,
    MONEY,
    NUMBERS,
    OF,
    OFFICE,
    POINTS,
    RANK,
    SCORE,
    SHARE,
    SUBJECT,
    VERDICT,
    VETO,
    WHY,
    column,
)
from fengqiao.rulebook.numbers import decimal, exact_gap, tidy
from fengqiao.rulebook.results import (
    WORDS,
    DistrictResult,
    FactValue,
    ItemResult,
    OfficeResult,
    Scored,
)
from fengqiao.rulebook.tables import source_of

KEPT_AS = "fengqiao.judgement"
CONTRACT = ("id", "clause", "verdict", "actual", "required", "gap", "unit", "why")

FEN = 100

Row = dict[str, Any]


@dataclass
class Judgement:
    """All offices judged by one edition on one day.

    `frame` has a row for each office, sorted by code: who it is, `meets`, the facts (`fact:…`),
    and for each item its outputs and its sentence (`premises.area:verdict`, `…:why`).
    """

    about: About
    frame: pl.DataFrame

    @property
    def standard(self) -> str:
        """The pack's own id."""
        return self.about.standard

    @property
    def title(self) -> str:
        """The title of the standard."""
        return self.about.title

    @property
    def edition(self) -> str:
        """The id of the edition."""
        return self.about.edition

    @property
    def digest(self) -> str:
        """Of the edition's content."""
        return self.about.digest

    @property
    def as_of(self) -> date:
        """The day judged."""
        return self.about.as_of

    @cached_property
    def offices(self) -> list[OfficeResult]:
        """All offices, by code point of their codes."""
        return list(self.each())

    def each(self) -> Iterator[OfficeResult]:
        """One office after the other, for who needs none of them twice: together they take room."""
        for row in self.frame.iter_rows(named=True):
            yield self._office(row)

    def office(self, code: str) -> OfficeResult:
        """One office without opening the others; KeyError where it was not judged."""
        found = self.frame.filter(pl.col(CODE) == code)
        if found.is_empty():
            raise KeyError(code)
        return self._office(found.row(0, named=True))

    @cached_property
    def districts(self) -> list[DistrictResult]:
        """Every district with every class, districts by code point, classes in the pack's order."""
        meets = pl.col(MEETS)
        counted = self.frame.group_by("district", "size").agg(
            pl.len(), meets.sum().alias("met"), meets.is_null().sum().alias("unknown")
        )
        cells = {row[:2]: row[2:] for row in counted.iter_rows()}
        names: list[str] = self.frame["district"].unique().sort().to_list()
        return [
            self._district(district, size, *cells.get((district, size), (0, 0, 0)))
            for district, size in product(names, self.about.classes)
        ]

    def _district(
        self, district: str, size: str, offices: int, met: int, unknown: int
    ) -> DistrictResult:
        target = self.about.targets.get(size, Fraction(0))
        return DistrictResult(district, size, offices, met, unknown, target)

    def to_contract(self) -> dict[str, Any]:
        """Exactly the judgement file of the contract."""
        listed = "subjects" if SUBJECT in self.frame.columns else "offices"
        return {
            "standard": self.standard,
            "edition": self.edition,
            "as_of": self.as_of.isoformat(),
            listed: [_office_contract(office) for office in self.each()],
            "districts": [_district_contract(district) for district in self.districts],
        }

    def to_parquet(self, path: Path | str) -> None:
        """Keep everything needed to open it again unchanged, in one file."""
        kept = json.dumps(to_json(self.about), ensure_ascii=False)
        self.frame.write_parquet(path, metadata={KEPT_AS: kept})

    @classmethod
    def from_parquet(cls, path: Path | str) -> "Judgement":
        """A kept judgement, unchanged whatever became of its pack."""
        kept = pl.read_parquet_metadata(path)[KEPT_AS]
        return cls(from_json(json.loads(kept)), pl.read_parquet(path))

    def _office(self, row: Row) -> OfficeResult:
        return OfficeResult(
            code=_office_code(row),
            name=row["name"],
            district=row["district"],
            kind=row["kind"],
            size=row["size"],
            meets=row[MEETS],
            items=list(self._items(row)),
            facts=self._facts(row),
            scored=scored(self.about, row),
            subject=row.get(SUBJECT, ""),
        )

    def _items(self, row: Row) -> Iterator[ItemResult]:
        values = {fact.name: row.get(FACT + fact.name) for fact in self.about.facts}
        for item in self.about.items:
            applies = row[column(item.id, APPLIES)] if item.may_not_apply else True
            if applies is not False:
                actual, required, gap = numbers(item, row)
                yield ItemResult(
                    id=item.id,
                    title=item.title,
                    section=item.section,
                    clause=item.clause_for(values),
                    verdict=WORDS[row[column(item.id, VERDICT)]],
                    actual=actual,
                    required=required,
                    gap=gap,
                    unit=item.unit,
                    why=row[column(item.id, WHY)],
                    facts=item.facts,
                    points=points_of(self.about, item, row, POINTS),
                    full=points_of(self.about, item, row, FULL),
                )

    def _facts(self, row: Row) -> dict[str, FactValue]:
        sources, code = self.about.sources, _office_code(row)
        return {
            fact.name: FactValue(
                name=fact.name,
                label=fact.label,
                value=tidy(row[FACT + fact.name + (OF if fact.type == SHARE else "")]),
                unit=fact.unit,
                source=source_of(sources, fact.table, fact.column, code),
                among=row[FACT + fact.name + AMONG] if fact.type == SHARE else None,
            )
            for fact in self.about.facts
        }


def _office_code(row: Row) -> str:
    """The code of the office, also where one of its 对象 was judged."""
    return str(row.get(OFFICE, row[CODE]))


def numbers(item: AboutItem, row: Row) -> tuple[Any, Any, Any]:
    """Actual, required and gap of an item as people want them."""
    if not item.is_counted:
        applies = row[column(item.id, APPLIES)] if item.may_not_apply else True
        return row[column(item.id, VERDICT)], applies, None
    actual, required, gap = (row[column(item.id, name)] for name in NUMBERS)
    return tidy(actual), tidy(required), tidy(exact_gap(gap, required, actual))


def points_of(about: About, item: AboutItem, row: Row, what: str) -> str | None:
    """Points or full marks of an item; null where it has none."""
    if about.scoring is None or not item.is_scored:
        return None
    return about.scoring.said(row[column(item.id, what)])


def scored(about: About, row: Row) -> Scored | None:
    """Score, grade, rank and money of an office; None for a pack without points."""
    told = about.scoring
    if told is None:
        return None
    fen = row.get(MONEY)
    return Scored(
        score=told.said(row[SCORE]),
        full=str(told.said(told.full)),
        grade=row.get(GRADE),
        rank=row.get(RANK),
        money=None if fen is None else decimal(Fraction(fen, FEN)),
        vetoes=[one.id for one in about.items if one.has_veto and row[column(one.id, VETO)]],
    )


def _office_contract(office: OfficeResult) -> dict[str, Any]:
    points = () if office.scored is None else ("points", "full")
    where = {"office": office.code, "subject": office.subject}
    return {
        **(where if office.subject else {"code": office.code}),
        "name": office.name,
        "district": office.district,
        "kind": office.kind,
        "size": office.size,
        "meets": office.meets,
        **({} if office.scored is None else asdict(office.scored)),
        "items": [
            {key: getattr(item, key) for key in (*CONTRACT, *points)} for item in office.items
        ],
    }


def _district_contract(result: DistrictResult) -> dict[str, Any]:
    return {
        "district": result.district,
        "size": result.size,
        "offices": result.offices,
        "met": result.met,
        "unknown": result.unknown,
        "rate": None if result.rate is None else float(result.rate),
        "target": float(result.target),
        "reached": result.reached,
        "short_by": result.short_by,
    }
