"""Which return is asked for: that of the area, for an office that of its town."""

from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area
from fengqiao.registers.organisations.models import OfficeRecord
from tests.manners.matrix.asked import QUERY, of_area


def division(area: Area) -> str:
    """The digits by which the offices of the area are known; of a village those of its town."""
    levels = min(area.depth, 3)
    place = Area.objects.get(path=area.path[: Area.steplen * levels])
    below = Area.objects.below(place).of_kind(AreaKind.OFFICE)
    code = OfficeRecord.objects.filter(office__in=below).values_list("division", flat=True)[0]
    return {1: f"{code[:4]}00", 2: code[:6]}.get(levels, code[:9])


def of_figures():
    """For programs: the same place in a query."""
    days = {"first": "2024-03-01", "last": "2024-03-31"}
    return of_area(lambda area: {QUERY: {"area": division(area), **days}})


def of_return(**more: str):
    return of_area(lambda area: {"area": division(area), "month": "2024-03", **more})


RECORDS = {
    "reports:enter": of_return(),
    "reports:download": of_return(form="xlsx"),
}
