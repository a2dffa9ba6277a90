"""How many persons, rooms or kinds of equipment of each office a roster would end."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fengqiao.kernel.areas.dated import DatedModel
from fengqiao.registers.organisations.importer.changes import WHAT, Steps
from fengqiao.registers.organisations.importer.known import Known, is_gone
from fengqiao.registers.organisations.models import Equipment, Room, StaffRecord


@dataclass(frozen=True, slots=True)
class Tally:
    """An office of which something would end: how many are there, end, and are new."""

    office: str
    there: int
    ends: int
    comes: int

    def as_row(self) -> list[str]:
        """For the preview: the office, then there, ends, comes, left."""
        numbers = (self.there, self.ends, self.comes, self.there - self.ends + self.comes)
        return [self.office, *map(str, numbers)]


def tallies_of(
    steps: Steps, known: Known, names: Mapping[int | str, str]
) -> dict[str, list[Tally]]:
    """By the name of the sheet, the offices that lose something, those first that lose most."""
    return {
        WHAT[model]: _tallies(model, steps, known, names)
        for model in (StaffRecord, Room, Equipment)
    }


def _tallies(
    model: type[DatedModel], steps: Steps, known: Known, names: Mapping[int | str, str]
) -> list[Tally]:
    standing = known.standing[model].values()
    there = Counter(_office(row) for row in standing if not is_gone(row, known.day))
    found = steps.get(model, ())
    ending = [step.current for step in found if step.values is None and step.current]
    ends = Counter(_office(row) for row in ending if not is_gone(row, known.day))
    office_of = {pk: key[0] for key, pk in known.persons.items()}
    comes = Counter(
        _office_of_new(model, step.key, office_of)
        for step in found
        if step.values is not None and step.current is None
    )
    tallies = [Tally(names[pk], there[pk], number, comes[pk]) for pk, number in ends.items()]
    return sorted(tallies, key=lambda tally: (-tally.ends, tally.office))


def _office(row: Any) -> int:
    found: int = row.staff.office_id if isinstance(row, StaffRecord) else row.office_id
    return found


def _office_of_new(
    model: type[DatedModel], key: tuple[Any, ...], office_of: Mapping[int, Any]
) -> Any:
    """Of a room or a thing the office stands in its key, of a person in the person's."""
    if model is not StaffRecord:
        return key[0]
    return key[0][0] if isinstance(key[0], tuple) else office_of[key[0]]
