"""What a roster would change: the steps, how to tell them, and a digest of both."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from fengqiao.kernel.areas.dated import DatedModel
from fengqiao.kernel.areas.divisions import Township
from fengqiao.kernel.areas.from_day import Step, find_steps
from fengqiao.kernel.areas.models import AreaName
from fengqiao.kernel.imports.registry import Total
from fengqiao.registers.organisations.importer.changes import Change, Teller
from fengqiao.registers.organisations.importer.known import Known, load_known
from fengqiao.registers.organisations.importer.tally import Tally, tallies_of
from fengqiao.registers.organisations.importer.totals import totals_of
from fengqiao.registers.organisations.importer.wanted import (
    FACT_NAMES,
    IN_KEY,
    codes_in,
    townships_in,
    wanted_by,
)
from fengqiao.registers.organisations.models import (
    OfficeClass,
    OfficeFact,
    StaffRecord,
)
from fengqiao.rulebook.roster import Roster

Steps = dict[type[DatedModel], list[Step[Any]]]


@dataclass(frozen=True, slots=True)
class RosterPlan:
    """The steps that take the roster in, and the lines that tell them."""

    day: date
    source: str
    steps: Steps
    townships: Mapping[int | str, Township]  # of each listed office, by area or code
    changes: list[Change]
    tallies: Mapping[str, Sequence[Tally]]  # by sheet, the offices that lose something of it
    totals: Sequence[Total]

    @property
    def digest(self) -> str:
        """Equal where the same things would be done on the same day."""
        told = hashlib.sha256(self.day.isoformat().encode())
        for line in sorted(_said(self.steps)):
            told.update(line.encode("utf-8", "surrogatepass"))
        return told.hexdigest()


def make_plan(roster: Roster, day: date) -> RosterPlan:
    """Compare the roster with what holds on the day; writes nothing."""
    townships = townships_in(roster.sheets)
    codes = codes_in(roster.sheets)
    known = load_known(codes, list(townships.values()), day)
    wanted = wanted_by(roster, known, townships)
    steps: Steps = {
        model: [step for step in find_steps(known.rows[model], day, keyed) if step.changes]
        for model, keyed in wanted.items()
    }
    names = _office_names(roster, known)
    teller = Teller(known, names)
    changes = [*teller.tell(steps), *_kept(roster, known, teller)]
    return RosterPlan(
        day=day,
        source=f"名册 {roster.file_name}",
        steps=steps,
        townships={known.ref(code): township for code, township in townships.items()},
        changes=changes,
        tallies=tallies_of(steps, known, names),
        totals=list(totals_of(steps, wanted, known)),
    )


def _office_names(roster: Roster, known: Known) -> dict[int | str, str]:
    """By area, or by code where it has yet to be made: the roster's own name first."""
    names: dict[int | str, str] = {
        row.area_id: row.name for row in known.standing[AreaName].values()
    }
    offices = roster.sheets.get("offices")
    rows = offices.records() if offices else ()
    return names | {known.ref(row["code"]): row["name"] for row in rows}


def _said(steps: Steps) -> Iterator[str]:
    for model, found in steps.items():
        for step in found:
            before = step.current.pk if step.current else None
            yield f"{model.__name__} {step.key!r} {before} {step.values!r} {step.until}\n"


def _kept(roster: Roster, known: Known, teller: Teller) -> Iterator[Change]:
    """The blank cells that leave a stored value as it is."""
    for model, key, names in _blanks(roster, known):
        current = known.standing[model].get(key)
        for name in names if current else ():
            value = getattr(current, name)
            if value not in (None, ""):
                yield teller.kept(model, key, name, value)


def _blanks(
    roster: Roster, known: Known
) -> Iterator[tuple[type[DatedModel], tuple[Any, ...], Iterable[str]]]:
    """By key of the model that would hold it, which cells of a row are blank."""
    for row in _rows(roster, "offices"):
        key = (known.ref(row["code"]),)
        empty = {name for name, cell in row.items() if cell is None}
        if "size" in empty:
            yield OfficeClass, key, ["size"]
        for fact in sorted(empty & FACT_NAMES):
            yield OfficeFact, (*key, fact), ["value"]
    for row in _rows(roster, "staff"):
        person = known.person((known.ref(row["office"]), row["name"], row.get("joined_on")))
        blank = [name for name, cell in row.items() if cell is None and name not in IN_KEY]
        yield StaffRecord, (person,), blank


def _rows(roster: Roster, name: str) -> Iterator[dict[str, Any]]:
    sheet = roster.sheets.get(name)
    return sheet.records() if sheet else iter(())
