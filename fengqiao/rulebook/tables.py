"""The plain tables that the judge sees, whoever fills them: a roster file or the registers.

A table holds what is true *on the day*: staff who are employed then, rooms that exist then. A
table that is `None` was not given at all, and everything that rests on it is unknown; an empty
table says "none". Column names are identifiers, cell values the Chinese words of `formats` (大型,
专职社工 …); null is "not known".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import polars as pl

Type = Literal["string", "int64", "float64", "boolean", "date"]

SCHEMAS: dict[str, dict[str, Type]] = {
    "offices": {
        "code": "string",
        "name": "string",
        "district": "string",
        "division": "string",  # 区划代码: of the town or street, 9 or 12 digits
        "kind": "string",  # 乡镇 / 街道
        "size": "string",  # 大型 / 中型 / 小型; null: not confirmed
        "population": "int64",  # persons
        "land_area": "float64",  # km²
        "gdp": "float64",  # 亿元
        "disputes": "int64",  # cases a year
        "floor_area": "float64",  # m²
        "independent": "boolean",
        "counter_service": "boolean",
        "signage": "boolean",
        "appearance": "boolean",
        "correction_persons": "int64",
        "released_persons": "int64",
        "satisfaction": "float64",  # percent, 0-100
    },
    "staff": {
        "office": "string",
        "name": "string",
        "category": "string",
        "post": "string",
        "degree": "string",
        "law_degree": "boolean",
        "qualified": "boolean",
        "trained": "boolean",
        "in_post_since": "date",
        "joined_on": "date",
        "left_on": "date",
        "party": "string",
    },
    "rooms": {"office": "string", "room": "string"},
    "equipment": {"office": "string", "kind": "string", "quantity": "int64"},
    "facts": {
        "office": "string",
        "fact": "string",
        "period_from": "date",
        "period_to": "date",
        "subject": "string",
        "value": "float64",
        "rater": "string",
        "source": "string",
    },
    "figures": {
        "office": "string",
        "figure": "string",
        "dimension": "string",
        "period_start": "date",
        "period_end": "date",
        "of": "float64",
        "among": "float64",
        "amount": "float64",
    },
}

SourceKind = Literal["computed", "reported", "found", "confirmed"]
HOW: dict[SourceKind, str] = {
    "computed": "系统统计",
    "reported": "登记填报",
    "found": "检查认定",
    "confirmed": "司法局认定",
}
ROSTER = "名册"  # begins the text of such a source


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from: counted in the system, reported by the office, found by an
    inspector, or confirmed by the bureau, as the class of an office is (3.1.a)."""

    kind: SourceKind
    text: str  # "名册 泰州名册.xlsx", "实地检查 王某"
    on: date | None  # since when it holds, or the day it was found

    @property
    def how(self) -> str:
        """How it came in, as pages and reports say it; a roster is what a bureau hands over."""
        if self.kind == "reported" and self.text.startswith(ROSTER):
            return "名册导入"
        return HOW[self.kind]


@dataclass(slots=True)
class Tables:
    """The tables of one day, with the source of each.

    `sources` gives the source of a whole table ("staff"), of one office's rows in it
    (("321202001", "staff")) or of one column (("321202001", "floor_area")); the narrower one wins.
    """

    on: date
    offices: "pl.DataFrame"
    staff: "pl.DataFrame | None" = None
    rooms: "pl.DataFrame | None" = None
    equipment: "pl.DataFrame | None" = None
    facts: "pl.DataFrame | None" = None
    figures: "pl.DataFrame | None" = None
    # ("staff", "trained"): a column that was not given
    missing_columns: frozenset[tuple[str, str]] = frozenset()
    # per given table the offices for which it is not known what is there
    unlisted: dict[str, frozenset[str]] = field(default_factory=dict)
    sources: dict[str | tuple[str, str], Source] = field(default_factory=dict)

    def source_of(self, table: str, column: str, office: str) -> Source | None:
        """The source of a fact that rests on `table.column` for one office."""
        return source_of(self.sources, table, column, office)


def source_of(
    sources: Mapping[str | tuple[str, str], Source], table: str, column: str, office: str
) -> Source | None:
    """The narrowest source there is: of the value, of the office's rows, of the whole table."""
    return sources.get((office, column)) or sources.get((office, table)) or sources.get(table)
