"""Rosters made of plain rows, and a second reading of what taking them in means."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from fengqiao.kernel.areas.turns import turn
from fengqiao.lib.workbook.reading import Sheet
from fengqiao.registers.organisations.importer.applying import write_plan
from fengqiao.registers.organisations.importer.changes import Change
from fengqiao.registers.organisations.importer.plan import make_plan
from fengqiao.rulebook.roster import Roster
from fengqiao.rulebook.roster.sheets import LAYOUTS
from fengqiao.rulebook.tables import SCHEMAS, Tables

Row = dict[str, Any]
OFFICE = {
    "code": "321202001",
    "name": "城东街道司法所",
    "district": "海陵区",
    "division": "321202001",
    "kind": "街道",
}


def roster_of(name: str = "名册.xlsx", **sheets: Iterable[Row]) -> Roster:
    """A roster as read: `staff=[{...}]`; the columns of a sheet are those of its first row."""
    return Roster(
        name,
        {
            layout.name: _sheet(layout, list(sheets[layout.name]))
            for layout in LAYOUTS
            if layout.name in sheets
        },
    )


def _sheet(layout: Any, rows: list[Row]) -> Sheet:
    names = rows[0] if rows else [column.name for column in layout.columns if column.required]
    columns = {name: [row[name] for row in rows] for name in names}
    return Sheet(layout, layout.title, list(range(2, len(rows) + 2)), columns)


def take_in(roster: Roster, day: date, by: Any = None) -> list[Change]:
    """Import it, and say what was shown before."""
    with turn("organisations"):
        plan = make_plan(roster, day)
        write_plan(plan, by=by)
    return plan.changes


class Reading:
    """What is known after some rosters, by the words of the format and nothing else."""

    def __init__(self) -> None:
        self.offices: dict[str, Row] = {}
        self.lists: dict[str, dict[Any, Row]] = {
            name: {} for name in ("staff", "rooms", "equipment", "facts")
        }
        self.listed: dict[str, set[str]] = {name: set() for name in self.lists}

    def take(self, roster: Roster) -> None:
        sheets = {name: list(sheet.records()) for name, sheet in roster.sheets.items()}
        listed = {row["code"] for row in sheets.get("offices", [])}
        for row in sheets.get("offices", []):
            _overlay(self.offices, row["code"], row)
        for name, kept in self.lists.items():
            if name in sheets:
                rows = keyed(name, sheets[name])
                complete = listed | {key[0] for key in rows}
                if name != "facts":
                    for key in [key for key in kept if key[0] in complete and key not in rows]:
                        del kept[key]
                for key, row in rows.items():
                    _overlay(kept, key, row)
                self.listed[name] |= complete

    def on(self, day: date) -> dict[str, Any]:
        """In the shape of `plain`."""
        rows = {name: list(kept.values()) for name, kept in self.lists.items()}
        rows["staff"] = [row for row in rows["staff"] if _employed(row, day)]
        return {
            "offices": shaped("offices", self.offices.values()),
            **{name: shaped(name, found) for name, found in rows.items()},
            **{f"{name} known of": sorted(codes) for name, codes in self.listed.items()},
        }


def _overlay(kept: dict[Any, Row], key: Any, row: Row) -> None:
    given = {name: cell for name, cell in row.items() if cell is not None}
    kept[key] = {**kept.get(key, {}), **given}


def _employed(row: Row, day: date) -> bool:
    joined, left = row.get("joined_on"), row.get("left_on")
    return (joined is None or joined <= day) and (left is None or left > day)


def keyed(name: str, rows: list[Row]) -> dict[Any, Row]:
    if name == "staff":
        return {(row["office"], row["name"], row.get("joined_on")): row for row in rows}
    if name == "rooms":
        return {(row["office"], row["room"]): row for row in rows}
    if name == "equipment":
        sums: Counter[tuple[str, str]] = Counter()
        for row in rows:
            sums[row["office"], row["kind"]] += row["quantity"]
        return {
            key: {"office": key[0], "kind": key[1], "quantity": number}
            for key, number in sums.items()
        }
    times: Counter[Any] = Counter()
    found = {}
    for row in rows:
        names = ("office", "fact", "period_from", "period_to", "subject", "rater")
        key = tuple(row.get(name) for name in names)
        times[key] += 1
        found[*key, times[key]] = row
    return found


def shaped(table: str, rows: Iterable[Row]) -> list[Any]:
    """Rows with exactly the columns of the judge's table, in an order of their own."""
    full = [tuple(row.get(name) for name in SCHEMAS[table]) for row in rows]
    return sorted(full, key=repr)


def plain(tables: Tables) -> dict[str, Any]:
    """Tables in a form that can be compared."""
    codes = set(tables.offices["code"])
    found: dict[str, Any] = {"offices": shaped("offices", tables.offices.iter_rows(named=True))}
    for name in ("staff", "rooms", "equipment", "facts"):
        frame = getattr(tables, name)
        found[name] = [] if frame is None else shaped(name, frame.iter_rows(named=True))
        known = set() if frame is None else codes - tables.unlisted.get(name, frozenset())
        found[f"{name} known of"] = sorted(known)
    return found
