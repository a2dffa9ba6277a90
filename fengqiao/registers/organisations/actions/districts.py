"""Whether 市(区) and 区划代码 of an office speak of one district, and of one that the person reaches."""

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from fengqiao.kernel.areas.divisions import Township, find_areas
from fengqiao.kernel.areas.enums import TOWNSHIPS, AreaKind
from fengqiao.kernel.areas.models import Area, AreaName
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.organisations.models import OfficeRecord
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


def refuse_divided_town(township: Township, on: date, but: Area | None = None) -> None:
    """A township lies in one district with all its offices: none of them takes it along alone."""
    towns = find_areas([township.code], TOWNSHIPS, on)
    records = OfficeRecord.objects.on(on).filter(town__in=towns.values()).exclude(office=but)
    for record in records.select_related("office", "district_area"):
        name = record.district_area.name_on(on)
        if name and name.name != township.district:
            raise InputRefused(
                _(
                    "用同一区划代码的%(office)s登记在%(district)s,一个乡镇(街道)只能属于一个市(区)。"
                    "整个乡镇(街道)划归别的市(区)的,请导入名册,把它的司法所一起变更。"
                )
                % {"office": record.office, "district": name.name}
            )
