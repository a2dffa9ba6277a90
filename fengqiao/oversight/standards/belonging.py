"""Where a judgement and its offices lie, so that each is seen by those whose area it is."""

from collections.abc import Iterable
from datetime import date

from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area, AreaName


def offices_by_code(on: date) -> dict[str, Area]:
    """The offices of the day by their code."""
    names = AreaName.objects.of_kinds([AreaKind.OFFICE]).on(on).select_related("area")
    return {name.code: name.area for name in names}


def common_area(areas: Iterable[Area]) -> Area | None:
    """The smallest area that holds all of these; none where they share no root."""
    paths = sorted(area.path for area in areas)
    if not paths:
        return None
    first, last = paths[0], paths[-1]
    ends = range(len(first), 0, -Area.steplen)
    shared = next((first[:end] for end in ends if last.startswith(first[:end])), "")
    return Area.objects.filter(path=shared).first()
