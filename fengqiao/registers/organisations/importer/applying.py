"""Writes a plan, in statements whose number does not grow with the rows.

The caller holds the register's turn: it is one transaction, and nobody else writes meanwhile.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from fengqiao.kernel.areas.divisions import Places, ensure_places
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.from_day import Step, write_steps
from fengqiao.kernel.areas.models import Area, AreaName
from fengqiao.kernel.areas.tree import common_area, grow
from fengqiao.kernel.audit.recording import record
from fengqiao.registers.organisations import posts
from fengqiao.registers.organisations.actions.common import recorded
from fengqiao.registers.organisations.importer.known import PersonKey
from fengqiao.registers.organisations.importer.plan import RosterPlan
from fengqiao.registers.organisations.models import OfficeRecord, Staff, StaffRecord
from fengqiao.registers.organisations.seats import seat_offices

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


def write_plan(plan: RosterPlan, *, by: "User | None") -> None:
    """Make what has yet to be made, put its numbers into the steps, and carry them out."""
    made = _make(plan)
    origin = recorded(by, plan.source)
    for model, steps in plan.steps.items():
        common = {} if model is AreaName else origin
        write_steps(model, [made.settle(step) for step in steps], plan.day, **common)
    moved = [made.number(step.key[0]) for step in plan.steps.get(OfficeRecord, ())]
    seat_offices(moved)
    posts.follow({made.number(step.key[0]) for step in plan.steps.get(StaffRecord, ())}, by=by)
    _record(plan, by)


def _record(plan: RosterPlan, by: "User | None") -> None:
    """One act for the whole roster, in the trail of the smallest area that holds all its offices'
    districts."""
    one_each = {township.district_key: township for township in plan.townships.values()}
    districts = ensure_places(one_each.values(), plan.day).districts
    counts = {
        str(model._meta.verbose_name): len(steps) for model, steps in plan.steps.items() if steps
    }
    area = common_area(districts.values())
    record(
        "organisations.imported",
        by=by,
        subject=area,
        area=area,
        on=plan.day,
        source=plan.source,
        counts=counts,
    )


@dataclass(frozen=True, slots=True)
class _Made:
    """The numbers that take the place of natural keys."""

    places: Places
    offices: Mapping[str, int]
    persons: Mapping[PersonKey, int]

    def number(self, ref: Any) -> Any:
        """Of an office given by its code, or of a person given by office, name and joining."""
        if isinstance(ref, tuple):
            return self.persons[ref]
        return self.offices[ref] if isinstance(ref, str) else ref

    def settle(self, step: Step[Any]) -> Step[Any]:
        """The step with numbers in its key and values."""
        key = (self.number(step.key[0]), *step.key[1:])
        values = step.values and {name: self._value(name, v) for name, v in step.values.items()}
        return replace(step, key=key, values=values)

    def _value(self, name: str, value: Any) -> Any:
        if name == "town_id" and isinstance(value, str):
            return self.places.towns[value].pk
        if name == "district_area_id" and isinstance(value, tuple):
            return self.places.districts[value].pk
        return value


def _make(plan: RosterPlan) -> _Made:
    records = plan.steps.get(OfficeRecord, ())
    refs = [step.key[0] for step in records]
    places = ensure_places([plan.townships[ref] for ref in refs], plan.day)
    offices = _make_offices([ref for ref in refs if isinstance(ref, str)], plan, places)
    persons = [step.key[0] for step in plan.steps.get(StaffRecord, ())]
    return _Made(places, offices, _make_persons(persons, offices))


def _make_offices(codes: Sequence[str], plan: RosterPlan, places: Places) -> dict[str, int]:
    towns: list[Area] = [places.towns[plan.townships[code].code] for code in codes]
    areas = grow([(town, AreaKind.OFFICE) for town in towns])
    return {code: area.pk for code, area in zip(codes, areas, strict=True)}


def _make_persons(
    refs: Iterable[int | PersonKey], offices: Mapping[str, int]
) -> dict[PersonKey, int]:
    keys = [ref for ref in refs if isinstance(ref, tuple)]
    persons = Staff.objects.bulk_create(
        Staff(office_id=offices.get(office, office), name=name, joined_on=joined_on)
        for office, name, joined_on in keys
    )
    return {key: person.pk for key, person in zip(keys, persons, strict=True)}
