"""What a ledger would do: which rows are new, which say something else than before, and which cases
have had an act here since and stay as they are."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from fengqiao.duties.disputes.ledger.places import Place
from fengqiao.duties.disputes.ledger.reading import Ledger
from fengqiao.duties.disputes.ledger.records import Record, changed, record_of
from fengqiao.duties.disputes.ledger.rules import Row
from fengqiao.duties.disputes.ledger.sheet import HEADERS
from fengqiao.duties.disputes.models import Dispute
from fengqiao.lib.workbook.reading import Sheet

BATCH = 1000  # case numbers of one question


class Known(NamedTuple):
    """A case that is there; without `row` it was registered here and came from no ledger."""

    pk: int
    version: int
    taken_version: int | None
    row: Record | None

    @property
    def is_as_taken(self) -> bool:
        return self.version == self.taken_version


class Changed(NamedTuple):
    """The place of a row in the sheet, and the case that it speaks of."""

    at: int
    known: Known


@dataclass(slots=True)
class LedgerPlan:
    """`new`, `changed`, `kept` are places in the sheet; rows that say nothing new are in none."""

    sheet: Sheet
    places: dict[str, Place]
    source: str
    on: date
    new: list[int] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    kept: list[Changed] = field(default_factory=list)
    same: int = 0

    def row(self, at: int) -> Row:
        """One row by the identifiers of the columns; what the file does not have is blank."""
        columns = self.sheet.columns
        return {name: columns[name][at] if name in columns else None for name in HEADERS}

    def place(self, at: int) -> Place:
        return self.places[self.sheet.column("office")[at]]

    @property
    def digest(self) -> str:
        """Equal where the same would be done to the same cases."""
        told = hashlib.sha256(self.on.isoformat().encode())
        for word, at, version in self._steps():
            line = json.dumps([word, version, record_of(self.row(at))], ensure_ascii=False)
            told.update(line.encode("utf-8", "surrogatepass"))
        return told.hexdigest()

    def _steps(self) -> Iterator[tuple[str, int, int]]:
        yield from (("new", at, 0) for at in self.new)
        yield from (("changed", one.at, one.known.version) for one in self.changed)
        yield from (("kept", one.at, one.known.version) for one in self.kept)


def make_plan(ledger: Ledger, *, source: str, on: date) -> LedgerPlan:
    """Compare the ledger with the cases that are there; writes nothing."""
    plan = LedgerPlan(ledger.sheet, ledger.places, source, on)
    numbers = ledger.sheet.column("number")
    by_office: defaultdict[str, list[int]] = defaultdict(list)
    for at, code in enumerate(ledger.sheet.column("office")):
        by_office[code].append(at)
    for code, rows in by_office.items():
        for start in range(0, len(rows), BATCH):
            chunk = rows[start : start + BATCH]
            known = _known(plan.places[code].area.pk, [numbers[at] for at in chunk])
            for at in chunk:
                _sort_in(plan, at, known.get(numbers[at]))
    plan.new.sort()
    return plan


def _known(office: int, numbers: Sequence[str]) -> dict[str, Known]:
    cases = Dispute.objects.filter(office=office, number__in=numbers)
    columns = ("number", "pk", "version", "ledger__version", "ledger__row")
    return {number: Known(*rest) for number, *rest in cases.values_list(*columns)}


def _sort_in(plan: LedgerPlan, at: int, known: Known | None) -> None:
    if known is None:
        plan.new.append(at)
    elif known.row is not None and not changed(known.row, record_of(plan.row(at))):
        plan.same += 1
    elif known.is_as_taken:
        plan.changed.append(Changed(at, known))
    else:
        plan.kept.append(Changed(at, known))


def before(one: Changed) -> Record:
    """What the ledger said last."""
    found: Any = one.known.row
    return found or {}
