"""A roster that was read: its typed sheets, and the tables of one day for the judge."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from fengqiao.lib.faults import Fault
from fengqiao.lib.workbook.reading import Sheet
from fengqiao.rulebook.tables import SCHEMAS, Source, Tables

from .sheets import OFFICES

if TYPE_CHECKING:
    import polars as pl


@dataclass(slots=True)
class Roster:
    """The good rows of a roster file. A sheet that the file does not have is not in `sheets`.

    `left_out` says why for every row that was not taken, at least once for each. `doubtful` names
    by sheet the offices of such rows (None: unreadable); their lists cannot be held for complete.
    """

    file_name: str
    sheets: Mapping[str, Sheet]
    warnings: list[Fault] = field(default_factory=list)
    left_out: list[Fault] = field(default_factory=list)
    doubtful: Mapping[str, frozenset[str | None]] = field(default_factory=dict)

    def tables_on(self, day: date) -> Tables:
        """What the roster says of `day`: everything as reported, staff who are employed then."""
        frames = {name: _frame(sheet) for name, sheet in self.sheets.items()}
        if "staff" in frames:
            frames["staff"] = _employed(frames["staff"], day)
        source = Source("reported", f"名册 {self.file_name}", day)
        return Tables(
            on=day,
            offices=frames.get("offices", _frame(Sheet(OFFICES, OFFICES.title))),
            staff=frames.get("staff"),
            rooms=frames.get("rooms"),
            equipment=frames.get("equipment"),
            facts=frames.get("facts"),
            missing_columns=frozenset(self.missing_columns()),
            sources=dict.fromkeys(frames, source),
        )

    def missing_columns(self) -> list[tuple[str, str]]:
        """Columns that sheets of the file lack, without those whose blank has a meaning of its
        own.
        """
        return [
            (name, column.name)
            for name, sheet in self.sheets.items()
            for column in sheet.layout.columns
            if column.name not in sheet.columns and not column.missing_is_blank
        ]


def _frame(sheet: Sheet) -> "pl.DataFrame":
    import polars as pl

    types = {
        "string": pl.String,
        "int64": pl.Int64,
        "float64": pl.Float64,
        "boolean": pl.Boolean,
        "date": pl.Date,
    }
    schema = SCHEMAS[sheet.layout.name]
    return pl.DataFrame(
        [
            pl.Series(name, sheet.column(name), dtype=types[kind], strict=True)
            for name, kind in schema.items()
        ]
    )


def _employed(staff: "pl.DataFrame", day: date) -> "pl.DataFrame":
    """入职日期 blank or not after the day, 离职日期 blank or after it."""
    import polars as pl

    joined = pl.col("joined_on").is_null() | (pl.col("joined_on") <= day)
    staying = pl.col("left_on").is_null() | (pl.col("left_on") > day)
    return staff.filter(joined & staying)
