"""What the register holds of the offices of a roster, loaded in a few queries."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from fengqiao.kernel.areas.dated import DatedModel
from fengqiao.kernel.areas.divisions import Places, Township, find_areas, find_places
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.from_day import BATCH
from fengqiao.kernel.areas.models import AreaName
from fengqiao.registers.organisations.models import (
    Equipment,
    ListedFrom,
    OfficeClass,
    OfficeFact,
    OfficeRecord,
    ReportedFact,
    Room,
    Staff,
    StaffRecord,
)

OFFICE_OF: dict[type[DatedModel], str] = {
    AreaName: "area",
    OfficeRecord: "office",
    OfficeClass: "office",
    OfficeFact: "office",
    Room: "office",
    Equipment: "office",
    ListedFrom: "office",
    ReportedFact: "office",
    StaffRecord: "staff__office",
}  # by which column each dated model hangs on its office

PersonKey = tuple[Any, str, date | None]  # office, name, day of joining


@dataclass(slots=True)
class Known:
    """The stored rows that hold on the day or begin later, and who is who.

    `offices` gives the area of each code of the roster that is known: one that is there on the
    day, or one that is gone and comes back.
    """

    day: date
    offices: dict[str, int]
    places: Places
    districts: dict[int, str]  # names of the day
    rows: dict[type[DatedModel], list[Any]]
    persons: dict[PersonKey, int]
    standing: dict[type[DatedModel], dict[tuple[Any, ...], Any]] = field(init=False)

    def __post_init__(self) -> None:
        self.standing = {
            model: {row.key: row for row in rows if row.holds_on(self.day)}
            for model, rows in self.rows.items()
        }

    def ref(self, code: str) -> int | str:
        """The office's area, or its code where it has yet to be made."""
        return self.offices.get(code, code)

    def person(self, key: PersonKey) -> int | PersonKey:
        """The person, or the key of one who has yet to be made."""
        return self.persons.get(key, key)


def is_gone(row: Any, day: date) -> bool:
    """Whether it is a person who had left before; his row may end, and nobody is lost."""
    return isinstance(row, StaffRecord) and row.has_left(day)


def offices_there(day: date) -> frozenset[str]:
    """The codes of all offices of the day."""
    names = AreaName.objects.of_kinds([AreaKind.OFFICE]).on(day)
    return frozenset(names.values_list("code", flat=True))


def load_known(codes: Iterable[str], townships: Sequence[Township], day: date) -> Known:
    """Everything that a plan has to compare with."""
    offices = _find_offices(sorted(set(codes)), day)
    areas = sorted(offices.values())
    names = AreaName.objects.of_kinds([AreaKind.DISTRICT]).on(day)
    return Known(
        day=day,
        offices=offices,
        places=find_places(townships, day),
        districts=dict(names.values_list("area", "name")),
        rows={model: list(_rows_of(model, areas, day)) for model in OFFICE_OF},
        persons={
            (person.office_id, person.name, person.joined_on): person.pk
            for some in _batches(areas)
            for person in Staff.objects.filter(office__in=some)
        },
    )


def _find_offices(codes: Sequence[str], day: date) -> dict[str, int]:
    """An office that bore the code once and bears another one on the day is not meant; one that is
    gone and bore several of the codes is meant by one of them.
    """
    found = find_areas(codes, [AreaKind.OFFICE], day)
    code_of = {area.pk: code for code, area in found.items()}
    for some in _batches(sorted(code_of)):
        code_of |= dict(AreaName.objects.on(day).filter(area__in=some).values_list("area", "code"))
    return {code: area.pk for code, area in found.items() if code_of[area.pk] == code}


def _rows_of(model: type[DatedModel], areas: Sequence[int], day: date) -> Iterator[Any]:
    hangs_on = f"{OFFICE_OF[model]}__in"
    for some in _batches(areas):
        rows: Any = model.objects.on_or_after(day).filter(**{hangs_on: some})
        yield from rows.select_related("staff") if model is StaffRecord else rows


def _batches(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]
