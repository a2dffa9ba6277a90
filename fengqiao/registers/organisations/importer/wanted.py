"""What the sheets of a roster want to hold from its day on, by the keys of the dated models.

Columns that a sheet lacks and cells that are blank want nothing: the stored value stays. Where an
office, a town or a person has yet to be made, its natural key stands in the place of its number.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from fengqiao.kernel.areas.dated import DatedModel
from fengqiao.kernel.areas.divisions import Township
from fengqiao.kernel.areas.models import AreaName
from fengqiao.lib.workbook.reading import Sheet
from fengqiao.registers.organisations.enums import Fact, Listing
from fengqiao.registers.organisations.importer.known import Known
from fengqiao.registers.organisations.models import (
    Equipment,
    ListedFrom,
    OfficeClass,
    OfficeFact,
    OfficeRecord,
    ReportedFact,
    Room,
    StaffRecord,
)
from fengqiao.registers.organisations.seats import township_of
from fengqiao.rulebook.roster import Roster

Values = Mapping[str, Any]
Wanted = dict[tuple[Any, ...], Values | None]  # None: no longer there
Sheets = Mapping[str, Sheet]

FACT_NAMES = frozenset(Fact.values)
IN_KEY = frozenset({"office", "name", "joined_on"})  # of a person


def townships_in(sheets: Sheets) -> dict[str, Township]:
    """Where each listed office lies, by its code."""
    offices = sheets.get("offices")
    rows = offices.records() if offices else ()
    return {row["code"]: township_of(row["division"], row["kind"], row["district"]) for row in rows}


def codes_in(sheets: Sheets) -> list[str]:
    """The codes of all offices that a sheet speaks of."""
    return [
        code
        for name, sheet in sheets.items()
        for code in sheet.column("code" if name == "offices" else "office")
    ]


def wanted_by(
    roster: Roster, known: Known, townships: Mapping[str, Township]
) -> dict[type[DatedModel], Wanted]:
    """Per model what is to hold. A list is complete for the offices of the sheet 司法所 and for
    those that it mentions itself; what it does not name there is no longer there. Where rows of an
    office were left out, they may have been those: there nothing ends.
    """
    sheets = roster.sheets
    wanted: dict[type[DatedModel], Wanted] = {ListedFrom: {}}
    if "offices" in sheets:
        rows = list(sheets["offices"].records())
        wanted |= _offices(rows, known, townships)
    for listing, read in LISTS.items():
        if listing.value in sheets:
            sheet = sheets[listing.value]
            codes = townships.keys() | set(sheet.column("office"))
            refs = {known.ref(code) for code in codes}
            model, named = read(sheet.records(), known)
            doubtful = roster.doubtful.get(listing.value, frozenset())
            if listing != Listing.FACTS and None not in doubtful:
                sure = refs - {known.ref(code) for code in doubtful if code}
                named = _gone(model, named, sure, known) | named
            wanted[model] = named
            wanted[ListedFrom] |= _complete(listing, sheet, refs, known)
    return wanted


def _offices(
    rows: Iterable[Values], known: Known, townships: Mapping[str, Township]
) -> dict[type[DatedModel], Wanted]:
    wanted: dict[type[DatedModel], Wanted] = {
        AreaName: {},
        OfficeRecord: {},
        OfficeClass: {},
        OfficeFact: {},
    }
    for row in rows:
        key = (known.ref(row["code"]),)
        wanted[AreaName][key] = {"code": row["code"], "name": row["name"]}
        wanted[OfficeRecord][key] = _record(row, townships[row["code"]], known)
        if row.get("size") is not None:
            wanted[OfficeClass][key] = {"size": row["size"]}
        for fact in FACT_NAMES & row.keys():
            if row[fact] is not None:
                wanted[OfficeFact][*key, fact] = {"value": float(row[fact])}
    return wanted


def _record(row: Values, township: Township, known: Known) -> Values:
    """Town and district are looked up anew only where the roster says something new of them."""
    current = known.standing[OfficeRecord].get((known.ref(row["code"]),))
    values = {"kind": row["kind"]}
    if current is None or current.division != row["division"]:
        town = known.places.towns.get(township.code)
        values |= {"division": row["division"], "town_id": town.pk if town else township.code}
    if current is None or known.districts.get(current.district_area_id) != row["district"]:
        district = known.places.districts.get(township.district_key)
        values["district_area_id"] = district.pk if district else township.district_key
    return values


def _staff(rows: Iterable[Values], known: Known) -> tuple[type[DatedModel], Wanted]:
    wanted: Wanted = {}
    for row in rows:
        person = known.person((known.ref(row["office"]), row["name"], row.get("joined_on")))
        wanted[(person,)] = {
            name: cell for name, cell in row.items() if name not in IN_KEY and cell is not None
        }
    return StaffRecord, wanted


def _rooms(rows: Iterable[Values], known: Known) -> tuple[type[DatedModel], Wanted]:
    return Room, {(known.ref(row["office"]), row["room"]): {} for row in rows}


def _equipment(rows: Iterable[Values], known: Known) -> tuple[type[DatedModel], Wanted]:
    """Several rows of a kind add up."""
    sums: Counter[tuple[Any, ...]] = Counter()
    for row in rows:
        sums[known.ref(row["office"]), row["kind"]] += row["quantity"]
    return Equipment, {key: {"quantity": number} for key, number in sums.items()}


def _facts(rows: Iterable[Values], known: Known) -> tuple[type[DatedModel], Wanted]:
    """Rows with the same key are numbered as they come."""
    wanted: Wanted = {}
    times: Counter[tuple[Any, ...]] = Counter()
    for row in rows:
        key = (
            known.ref(row["office"]),
            row["fact"],
            row.get("period_from"),
            row.get("period_to"),
            row.get("subject") or "",
            row.get("rater") or "",
        )
        times[key] += 1
        given = {"value": row.get("value"), "basis": row.get("source")}
        wanted[*key, times[key]] = {name: cell for name, cell in given.items() if cell is not None}
    return ReportedFact, wanted


LISTS = {
    Listing.STAFF: _staff,
    Listing.ROOMS: _rooms,
    Listing.EQUIPMENT: _equipment,
    Listing.FACTS: _facts,
}


def _gone(model: type[DatedModel], named: Wanted, refs: set[int | str], known: Known) -> Wanted:
    """What is there on the day in one of these offices and is not named any more."""
    standing = known.standing[model]
    return {key: None for key in _of_offices(standing, refs) if key not in named}


def _of_offices(standing: Mapping[Any, Any], refs: set[int | str]) -> Iterator[tuple[Any, ...]]:
    for key, row in standing.items():
        office = row.staff.office_id if isinstance(row, StaffRecord) else row.office_id
        if office in refs:
            yield key


def _complete(listing: Listing, sheet: Sheet, refs: set[int | str], known: Known) -> Wanted:
    """The list is known to be complete; a column that it ever had is not missing any more."""
    missing = {
        column.name
        for column in sheet.layout.columns
        if column.name not in sheet.columns and not column.missing_is_blank
    }
    wanted: Wanted = {}
    for ref in refs:
        current = known.standing[ListedFrom].get((ref, listing.value))
        lacking = missing & set(current.missing.split(",")) if current else missing
        wanted[ref, listing.value] = {"missing": ",".join(sorted(lacking))}
    return wanted
