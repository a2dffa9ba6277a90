"""Where offices stand: the township that a roster names, and the tree kept to today's place.

Records say where an office stood on a day; the tree, by which rights reach down, says where it
stands now, so it follows the record that has no end.
"""

from collections.abc import Collection

from fengqiao.kernel.areas.divisions import Township
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.from_day import BATCH
from fengqiao.kernel.areas.models import Area
from fengqiao.registers.organisations.enums import OfficeKind
from fengqiao.registers.organisations.models import OfficeRecord


def township_of(division: str, kind: OfficeKind | str, district: str) -> Township:
    """The town or street of an office, from 区划代码, 类型 and 市(区)."""
    town = kind == OfficeKind.TOWN
    return Township(division[:9], AreaKind.TOWN if town else AreaKind.STREET, district)


def seat_offices(offices: Collection[int]) -> None:
    """Move towns under the district and offices under the town that their open record names."""
    pks = sorted(offices)
    for start in range(0, len(pks), BATCH):
        records = OfficeRecord.objects.filter(ends_on=None, office__in=pks[start : start + BATCH])
        wrong = [
            record
            for record in records.select_related("office", "town", "district_area")
            if not (
                _is_under(record.office, record.town)
                and _is_under(record.town, record.district_area)
            )
        ]
        for record in wrong:
            _seat(record.office_id, record.town_id, record.district_area_id)


def _is_under(child: Area, parent: Area) -> bool:
    return child.path[: -Area.steplen] == parent.path


def _seat(office: int, town: int, district: int) -> None:
    _move(town, district)
    _move(office, town)


def _move(child: int, parent: int) -> None:
    """Freshly read, because every move rewrites paths."""
    node, target = Area.objects.get(pk=child), Area.objects.get(pk=parent)
    if not _is_under(node, target):
        Area.objects.move(node, target, pos="last-child")
