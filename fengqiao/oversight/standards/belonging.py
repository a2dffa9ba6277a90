"""Where a judgement and its offices lie, so that each is seen by those whose area it is."""

from datetime import date

from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area, AreaName


def offices_by_code(on: date) -> dict[str, Area]:
    """The offices of the day by their code."""
    names = AreaName.objects.of_kinds([AreaKind.OFFICE]).on(on).select_related("area")
    return {name.code: name.area for name in names}
