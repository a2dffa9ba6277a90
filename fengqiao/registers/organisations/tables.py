"""The judge's plain tables of any day, from the stored rows: what `judge --from-database` judges.

A fixed number of queries, whatever the number of offices. A list that was never declared complete
for any office is a table not given; where only some offices lack it, it is not known for those.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import AreaName
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.organisations.enums import Listing
from fengqiao.registers.organisations.facts import as_cell
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
from fengqiao.registers.organisations.sources import SourceBook
from fengqiao.rulebook.tables import ROSTER, SCHEMAS, Tables

if TYPE_CHECKING:
    import polars as pl

Codes = dict[int, str]  # the code of each office of the day, by its area

STAFF = (
    "category",
    "post",
    "degree",
    "law_degree",
    "qualified",
    "trained",
    "in_post_since",
    "staff__joined_on",
    "left_on",
    "party",
)
ROWS: dict[Listing, tuple[str, ...]] = {
    Listing.STAFF: ("staff__office", "staff__name", *STAFF),
    Listing.ROOMS: ("office", "room"),
    Listing.EQUIPMENT: ("office", "kind", "quantity"),
    Listing.FACTS: (
        "office",
        "fact",
        "period_from",
        "period_to",
        "subject",
        "value",
        "rater",
        "basis",
    ),
}  # in the order of the columns of `SCHEMAS`


def tables_on(day: date) -> Tables:
    """What the registers know of the day; refused where no office is there."""
    names = _names(AreaKind.OFFICE, day)
    codes = {office: code for office, (code, _name) in names.items()}
    sources = SourceBook()
    offices = _offices(day, names, sources)
    if not offices:
        raise InputRefused(_("%(day)s这一天没有登记的司法所。") % {"day": day.isoformat()})
    listed = _listed(day, codes)
    return Tables(
        on=day,
        offices=_frame("offices", offices),
        **{
            listing.value: _frame(listing, _rows(listing, day, codes, sources))
            if listing in listed
            else None
            for listing in Listing
        },
        missing_columns=_missing_columns(listed),
        unlisted=_unlisted(listed, {row["code"] for row in offices}),
        sources=sources.sources(),
    )


def _frame(table: str, rows: Iterable[dict[str, Any]]) -> "pl.DataFrame":
    import polars as pl

    from fengqiao.rulebook.bridge import TYPES

    schema = {name: TYPES[kind] for name, kind in SCHEMAS[table].items()}
    return pl.DataFrame(list(rows), schema=schema, orient="row")


def _names(kind: AreaKind, day: date) -> dict[int, tuple[str, str]]:
    """Code and name of the day of all areas of a kind."""
    names = AreaName.objects.of_kinds([kind]).on(day)
    return {area: (code, name) for area, code, name in names.values_list("area", "code", "name")}


def _offices(
    day: date, names: dict[int, tuple[str, str]], sources: SourceBook
) -> list[dict[str, Any]]:
    """A row for each office of the day, with its class and its values."""
    districts = _names(AreaKind.DISTRICT, day)
    records = OfficeRecord.objects.on(day).order_by("office")
    known = ("office", "kind", "division", "district_area")
    rows = {
        office: {
            "code": names[office][0],
            "name": names[office][1],
            "district": districts.get(district, ("", ""))[1],
            "division": division,
            "kind": kind,
        }
        for office, kind, division, district in records.values_list(*known)
    }
    _add_classes(day, rows, sources)
    _add_facts(day, rows, sources)
    return list(rows.values())


def _add_classes(day: date, rows: dict[int, dict[str, Any]], sources: SourceBook) -> None:
    known = ("office", "size", "source", "recorded_by__name", "begins_on")
    for office, size, text, name, since in OfficeClass.objects.on(day).values_list(*known):
        rows[office]["size"] = size
        if name and not text.startswith(ROSTER):
            text = _("%(name)s认定") % {"name": name}
        sources.add("offices", rows[office]["code"], "size", "confirmed", text, since)


def _add_facts(day: date, rows: dict[int, dict[str, Any]], sources: SourceBook) -> None:
    known = ("office", "fact", "value", "origin", "source", "begins_on")
    for office, fact, value, origin, text, since in OfficeFact.objects.on(day).values_list(*known):
        rows[office][fact] = as_cell(fact, value)
        sources.add("offices", rows[office]["code"], fact, origin, text, since)


def _stored(listing: Listing, day: date) -> QuerySet[Any]:
    """The stored rows of a list that hold on the day."""
    if listing == Listing.STAFF:
        return StaffRecord.objects.employed_on(day)
    models = {
        Listing.ROOMS: Room,
        Listing.EQUIPMENT: Equipment,
        Listing.FACTS: ReportedFact,
    }
    rows: QuerySet[Any] = models[listing].objects.on(day)
    return rows


def _rows(listing: Listing, day: date, codes: Codes, sources: SourceBook) -> list[dict[str, Any]]:
    """The rows of a list as the judge has them: an empty text is a blank."""
    columns = list(SCHEMAS[listing])
    rows = []
    stored = _stored(listing, day).order_by("pk")
    for office, *values, text, since in stored.values_list(*ROWS[listing], "source", "begins_on"):
        code = codes[office]
        cells = [code, *(None if value == "" else value for value in values)]
        rows.append(dict(zip(columns, cells, strict=True)))
        sources.add(listing.value, code, listing.value, "reported", text, since)
    return rows


def _listed(day: date, codes: Codes) -> dict[str, dict[str, set[str]]]:
    """Per list the offices for which it is complete, and what columns it was given without."""
    listed: dict[str, dict[str, set[str]]] = defaultdict(dict)
    rows = ListedFrom.objects.on(day).values_list("listing", "office", "missing")
    for listing, office, missing in rows:
        listed[listing][codes[office]] = set(missing.split(",")) - {""}
    return listed


def _missing_columns(listed: dict[str, dict[str, set[str]]]) -> frozenset[tuple[str, str]]:
    """Columns that no office's list has."""
    return frozenset(
        (listing, column)
        for listing, offices in listed.items()
        for column in set.intersection(*offices.values())
    )


def _unlisted(listed: dict[str, dict[str, set[str]]], codes: set[str]) -> dict[str, frozenset[str]]:
    """Per given table the offices for which it is not known to be complete."""
    lacking = {listing: frozenset(codes - offices.keys()) for listing, offices in listed.items()}
    return {listing: offices for listing, offices in lacking.items() if offices}
