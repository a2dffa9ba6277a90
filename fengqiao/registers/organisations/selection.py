"""Which offices a list shows: those of a day, narrowed by the filter of its address."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from fengqiao.kernel.areas.models import Area, AreaName
from fengqiao.registers.organisations.enums import Size
from fengqiao.registers.organisations.models import OfficeClass, OfficeRecord, StaffRecord


@dataclass(frozen=True, slots=True)
class DistrictRow:
    """How many offices a district has: all, by size, and without one; each with its filter."""

    name: str
    counts: list[tuple[int, str]]


def rows_on(day: date, user: Any) -> QuerySet[Any]:
    """The records of a day with name, code, town, district, size and number of persons at work.

    Who sees an office sees where it lay: its town and district of the day bear their names even
    where they lie beyond what he sees today (`sees_town`: whether the town's own page opens).
    """
    classes = OfficeClass.objects.visible_to(user).on(day).filter(office=OuterRef("office"))
    persons = (
        StaffRecord.objects.visible_to(user)
        .employed_on(day)
        .filter(staff__office=OuterRef("office"))
        .order_by()
        .values("staff__office")
        .annotate(number=Count("pk"))
    )
    rows: QuerySet[Any] = (
        OfficeRecord.objects.visible_to(user)
        .on(day)
        .annotate(
            name=called("office", day),
            code=called("office", day, "code"),
            town_name=called("town", day),
            district=called("district_area", day),
            sees_town=Exists(Area.objects.visible_to(user).filter(pk=OuterRef("town"))),
            size=Subquery(classes.values("size")[:1]),
            persons=Coalesce(Subquery(persons.values("number")[:1]), Value(0)),
        )
    )
    return rows


def called(place: str, day: date, what: str = "name") -> Coalesce:
    """What the place is called on the day; one that was named only later bears its first name."""
    names = AreaName.objects.uncorrected().filter(area=OuterRef(place))
    first = names.order_by("begins_on", "pk")
    return Coalesce(Subquery(names.on(day).values(what)[:1]), Subquery(first.values(what)[:1]))


def narrow(rows: QuerySet[Any], wanted: Mapping[str, Any], unsized: str) -> QuerySet[Any]:
    """Only the rows that fit; an empty value does not filter."""
    for name in ("district", "kind"):
        if wanted.get(name):
            rows = rows.filter(**{name: wanted[name]})
    if size := wanted.get("size"):
        rows = rows.filter(size=None) if size == unsized else rows.filter(size=size)
    if words := wanted.get("name"):
        fits = Q(name__icontains=words) | Q(code__icontains=words) | Q(town_name__icontains=words)
        rows = rows.filter(fits)
    return rows


def count_districts(rows: QuerySet[Any], unsized: str) -> list[DistrictRow]:
    """A row for each district, as people list them: by division code; from one query over the
    offices of the day."""
    kinds = rows.order_by().values_list("district", "size")
    counted = kinds.annotate(number=Count("pk"), code=Min("division")).order_by("code")
    return _district_rows(list(counted), unsized)


def _district_rows(
    counted: Iterable[tuple[str, str | None, int, str]], unsized: str
) -> list[DistrictRow]:
    tables: dict[str, dict[str, int]] = {}
    for district, size, number, _code in counted:
        tables.setdefault(district, {})[size or unsized] = number
    keys = [*Size.values, unsized]
    return [
        DistrictRow(name, [(sum(table.values()), ""), *((table.get(key, 0), key) for key in keys)])
        for name, table in tables.items()
    ]
