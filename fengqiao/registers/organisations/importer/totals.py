"""What becomes of the rows of each sheet of a roster, in numbers: the first thing a preview says."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from fengqiao.kernel.areas.dated import DatedModel
from fengqiao.kernel.imports.registry import Total
from fengqiao.lib.faults import Fault
from fengqiao.registers.organisations.importer.changes import TITLES, WHAT, Steps
from fengqiao.registers.organisations.importer.known import Known, is_gone
from fengqiao.registers.organisations.importer.wanted import Wanted
from fengqiao.registers.organisations.models import (
    Equipment,
    OfficeRecord,
    ReportedFact,
    Room,
    StaffRecord,
)

ROWS_OF: dict[str, type[DatedModel]] = {
    "offices": OfficeRecord,
    "staff": StaffRecord,
    "rooms": Room,
    "equipment": Equipment,
    "facts": ReportedFact,
}  # the model whose keys are the rows of a sheet


def totals_of(
    steps: Steps, wanted: Mapping[type[DatedModel], Wanted], known: Known
) -> Iterator[Total]:
    """By sheet of the file; a row is an office, a person, a room, a kind of equipment, a fact."""
    for name, model in ROWS_OF.items():
        if model in wanted:
            listed = {key for key, values in wanted[model].items() if values is not None}
            found = steps.get(model, ())
            new = {s.key for s in found if s.current is None and s.values is not None}
            changed = (_changed(name, steps) & listed) - new
            ended = [s for s in found if s.values is None and not is_gone(s.current, known.day)]
            same = len(listed) - len(new) - len(changed)
            yield Total(TITLES[name], len(new), len(changed), len(ended), same=same)


def _changed(name: str, steps: Steps) -> set[tuple[Any, ...]]:
    """The keys of the rows of which something changes; all that is said of an office stands in one."""
    models = [model for model, sheet in WHAT.items() if sheet == name]
    short = 1 if name == "offices" else None
    return {
        step.key[:short]
        for model in models
        for step in steps.get(model, ())
        if step.values is not None
    }


def with_left_out(totals: Sequence[Total], left_out: Sequence[Fault]) -> list[Total]:
    """With the rows that are not taken in because they have faults."""
    rows = {(fault.sheet, fault.row) for fault in left_out}
    return [
        replace(total, left_out=sum(sheet == total.title for sheet, _row in rows))
        for total in totals
    ]
