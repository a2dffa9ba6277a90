"""Where each office lies when figures are added up: by its 区划代码, whatever its dates."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

from fengqiao.kernel.areas.dated import DatedModel
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import AreaName
from fengqiao.kernel.indicators.places import Place
from fengqiao.registers.organisations.models import OfficeRecord

D = TypeVar("D", bound=DatedModel)


def figure_places(day: date) -> Iterator[Place]:
    """As it was on the day; one that was not there then, as it was first after it, else last."""
    names = _on_or_near(AreaName.objects.of_kinds([AreaKind.OFFICE]).uncorrected(), "area_id", day)
    records = _on_or_near(OfficeRecord.objects.uncorrected(), "office_id", day)
    for office, name in names.items():
        if office in records:
            yield Place(office, name.code, name.name, records[office].division)


def _on_or_near(rows: Iterable[D], key: str, day: date) -> dict[int, D]:
    found: defaultdict[int, list[D]] = defaultdict(list)
    for row in rows:
        found[getattr(row, key)].append(row)
    return {
        office: min(several, key=lambda row: _distance(row, day))
        for office, several in found.items()
    }


def _distance(row: DatedModel, day: date) -> tuple[bool, bool, int]:
    begin = row.begins_on or date.min
    later = begin > day
    return not row.holds_on(day), not later, abs((begin - day).days)
