"""The steps of a plan in words: for the preview, for the command line, and to show that nothing changed.

Membership of the party never leaves the register: of its change only the fact is told.
"""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fengqiao.kernel.areas.dated import DatedModel
from fengqiao.kernel.areas.from_day import Step
from fengqiao.kernel.areas.models import AreaName
from fengqiao.registers.organisations.enums import Fact, Listing
from fengqiao.registers.organisations.facts import as_cell
from fengqiao.registers.organisations.importer.known import Known, is_gone
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
from fengqiao.rulebook.roster.sheets import LAYOUTS

HEADERS = {
    (layout.name, column.name): column.header for layout in LAYOUTS for column in layout.columns
}
UNTOLD = "party"
IMPLIED = "town_id"  # told by 区划代码
Steps = Mapping[type[DatedModel], Sequence[Step[Any]]]


class Act(TextChoices):
    """What becomes of a value, in the order in which a preview shows it."""

    ENDED = "ended", gettext_lazy("停止")
    CHANGED = "changed", gettext_lazy("变更")
    KEPT = "kept", gettext_lazy("空白,保留原值")
    NEW = "new", gettext_lazy("新增")


WHAT: dict[type[DatedModel], str] = {
    AreaName: "offices",
    OfficeRecord: "offices",
    OfficeClass: "offices",
    OfficeFact: "offices",
    StaffRecord: "staff",
    Room: "rooms",
    Equipment: "equipment",
    ReportedFact: "facts",
    ListedFrom: "offices",
}
TITLES = {layout.name: layout.title for layout in LAYOUTS}


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a preview; `field` and the two values are empty where a whole thing is meant."""

    act: Act
    what: str  # name of the sheet's layout: offices, staff …
    office: str
    item: str = ""
    field: str = ""
    old: str = ""
    new: str = ""
    code: str = dataclasses.field(default="", compare=False)  # of the office: lines are shown by it

    def __str__(self) -> str:
        place = " ".join(part for part in (self.office, self.item, self.field) if part)
        values = f":{self.old or _('无')} → {self.new or _('无')}" if self.field else ""
        return f"{self.act.label} {TITLES[self.what]} {place}{values}"


class Teller:
    """Tells steps; knows what offices and persons are called."""

    def __init__(self, known: Known, names: Mapping[int | str, str]) -> None:
        self._known = known
        self._names = names
        self._codes = {area: code for code, area in known.offices.items()}
        self._persons = {pk: (key[0], key[1]) for key, pk in known.persons.items()}

    def tell(self, steps: Steps) -> Iterator[Change]:
        """All lines of a plan; a new office is one line, with all its values."""
        new_offices = {step.key for step in steps.get(OfficeRecord, ()) if step.current is None}
        for model, found in steps.items():
            for step in found:
                comes = WHAT[model] == "offices" and step.key[:1] in new_offices
                if not comes or model is OfficeRecord:
                    for change in self._tell_step(model, step, comes):
                        yield replace(change, code=self._code(model, step.key))

    def kept(self, model: type[DatedModel], key: tuple[Any, ...], name: str, value: Any) -> Change:
        """A blank cell that leaves a stored value as it is."""
        office, item = self._whose(model, key)
        told = self._field(model, key, name, value)
        return Change(Act.KEPT, WHAT[model], office, item, *told, code=self._code(model, key))

    def _tell_step(
        self, model: type[DatedModel], step: Step[Any], new_office: bool
    ) -> Iterator[Change]:
        office, item = self._whose(model, step.key)
        what = WHAT[model]
        if step.values is None:
            if not is_gone(step.current, self._known.day):
                yield Change(Act.ENDED, what, office, item)
        elif step.current is None and (new_office or what != "offices"):
            back = model is OfficeRecord and isinstance(step.key[0], int)
            yield Change(Act.NEW, what, office, _("恢复设立") if back else item)
        elif model is ListedFrom:
            yield self._newly_listed(office, step)
        else:
            old = step.current.values if step.current else {}
            for name, value in step.values.items():
                if old.get(name) != value and name != IMPLIED:
                    header, was = self._field(model, step.key, name, old.get(name))
                    _same, becomes = self._field(model, step.key, name, value)
                    yield Change(Act.CHANGED, what, office, item, header, was, becomes)

    def _newly_listed(self, office: str, step: Step[Any]) -> Change:
        listing = Listing(step.key[1])
        item = _("%(list)s名单") % {"list": listing.label}
        if step.current is None:
            return Change(Act.CHANGED, "offices", office, item, _("登记"), "", _("已提供"))
        lacked, lacks = (
            "、".join(HEADERS[listing.value, name] for name in missing.split(",") if name)
            for missing in (step.current.missing, (step.values or {})["missing"])
        )
        return Change(Act.CHANGED, "offices", office, item, _("缺少的栏目"), lacked, lacks)

    def _whose(self, model: type[DatedModel], key: tuple[Any, ...]) -> tuple[str, str]:
        """The office, and what of it."""
        if model is StaffRecord:
            person = key[0]
            office, name = self._persons[person] if isinstance(person, int) else person[:2]
            return self._names[office], name
        item = "" if model in (OfficeFact, ListedFrom) or len(key) == 1 else key[1]
        return self._names[key[0]], item

    def _code(self, model: type[DatedModel], key: tuple[Any, ...]) -> str:
        """Of the office; one that has yet to be made is known by it."""
        ref = key[0]
        if model is StaffRecord:
            ref = self._persons[ref][0] if isinstance(ref, int) else ref[0]
        return self._codes.get(ref, str(ref))

    def _field(
        self, model: type[DatedModel], key: tuple[Any, ...], name: str, value: Any
    ) -> tuple[str, str]:
        """Header and value as the sheet would show them."""
        if model is OfficeFact:
            shown = None if value is None else as_cell(key[1], value)
            return str(Fact(key[1]).label), say(shown)
        if model is OfficeRecord and name == "district_area_id":
            return HEADERS["offices", "district"], self._district(value)
        column = "source" if name == "basis" else name
        header = HEADERS[WHAT[model], column]
        return header, _("(不显示)") if name == UNTOLD and value else say(value)

    def _district(self, ref: Any) -> str:
        return ref[1] if isinstance(ref, tuple) else self._known.districts.get(ref, "")


def say(value: Any) -> str:
    """A value as the sheet would show it; nothing for one that is not known."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("是") if value else _("否")
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:g}" if isinstance(value, float) and value.is_integer() else str(value)
