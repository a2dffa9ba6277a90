"""Whether 市(区) and 区划代码 of an office speak of one district, and of one that the person reaches."""

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from fengqiao.kernel.areas.divisions import Township
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area, AreaName
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.organisations.permissions import FOUND

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


def refuse_wrong_district(township: Township, on: date, by: "User | None") -> None:
    """A district is not made by a slip of the pen: a code that begins like a district which is
    there means that district."""
    names = _districts_of(township, on)
    known = {name.name: name for name in names}
    own = known.get(township.district)
    begins = township.code[:6]
    other = next((name for name in names if name.code == begins and name is not own), None)
    if other and not (own and own.code == begins):
        raise InputRefused(
            _("区划代码前6位%(begins)s是%(other)s的代码,与“%(name)s”不符。")
            % {"begins": begins, "other": other.name, "name": township.district}
        )
    if by and own and not by.can(FOUND, own.area):
        raise InputRefused(_("%(name)s不在您的工作区域内。") % {"name": township.district})
    if by and names and own is None and not by.can(FOUND, Area.objects.get_parent(names[0].area)):
        raise InputRefused(_("新的市(区)由市局登记。"))


def _districts_of(township: Township, on: date) -> list[AreaName]:
    cities = AreaName.objects.of_kinds([AreaKind.CITY]).on(on).filter(code=township.city_code)
    city = cities.select_related("area").first()
    if city is None:
        return []
    names = AreaName.objects.of_kinds([AreaKind.DISTRICT]).on(on).select_related("area")
    return list(names.filter(area__path__startswith=city.area.path))
