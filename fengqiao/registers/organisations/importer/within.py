"""Which rows of a roster lie beyond the rights of who uploads it.

An office that is there must be one that the person may change, and stay in a district that he
reaches; a new one must lie in such a district. Rows of other sheets follow their office.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area, AreaName
from fengqiao.lib.faults import Fault
from fengqiao.lib.workbook.reading import Sheet
from fengqiao.registers.organisations.models import OfficeRecord
from fengqiao.registers.organisations.permissions import CHANGE, FOUND
from fengqiao.registers.organisations.selection import called
from fengqiao.rulebook.roster import Look

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

Sheets = Mapping[str, Sheet]
BEYOND = gettext_lazy("%(district)s的司法所不在您的工作区域(%(own)s),不能导入")


def rows_beyond(user: "User | None", day: date) -> Look:
    """What `roster.read` asks; the command line may touch everything."""
    if user is None or _reaches_all(user, day):
        return lambda _sheets: ()
    reach = _reach_of(user, day)
    return lambda sheets: [*_offices(sheets, reach), *_others(sheets, reach)]


@dataclass(frozen=True, slots=True)
class _Reach:
    there: Mapping[str, str]  # the district of each office, by code
    own: Collection[str]  # of those that the person may change
    districts: Collection[str]  # names of those in which he may found offices

    def lacks(self, code: str | None) -> bool:
        """Whether it is an office that is there and that he may not change."""
        return code in self.there and code not in self.own

    def beyond(self, district: str) -> str:
        """The same sentence for every row of a district, so that a page can say it once."""
        own = "、".join(sorted(self.districts))
        return str(BEYOND) % {"district": district, "own": own or _("无")}


def _reaches_all(user: "User", day: date) -> bool:
    """Whether every city of the day is his; before there is one, whether he reaches any city."""
    cities = Area.objects.of_kind(AreaKind.CITY).on(day)
    if not cities:
        return user.can(FOUND)
    return all(user.can(FOUND, city) for city in cities)


def _reach_of(user: "User", day: date) -> _Reach:
    names = AreaName.objects.visible_to(user, CHANGE).of_kinds([AreaKind.OFFICE]).on(day)
    districts = AreaName.objects.visible_to(user, FOUND).of_kinds([AreaKind.DISTRICT]).on(day)
    return _Reach(
        there=_districts_of_offices(day),
        own=frozenset(names.values_list("code", flat=True)),
        districts=frozenset(districts.values_list("name", flat=True)),
    )


def _districts_of_offices(day: date) -> dict[str, str]:
    placed = OfficeRecord.objects.on(day).annotate(
        code=called("office", day, "code"), district=called("district_area", day)
    )
    return dict(placed.values_list("code", "district"))


def _offices(sheets: Sheets, reach: _Reach) -> Iterator[Fault]:
    sheet = sheets.get("offices")
    if sheet is None:
        return
    columns = (sheet.rows, sheet.column("code"), sheet.column("district"))
    for row, code, district in zip(*columns, strict=True):
        if reach.lacks(code):
            yield Fault(sheet.title, row, "编码", code, reach.beyond(reach.there[code]))
        elif district is not None and district not in reach.districts:
            yield Fault(sheet.title, row, "市(区)", district, reach.beyond(district))


def _others(sheets: Sheets, reach: _Reach) -> Iterator[Fault]:
    """Rows of offices that are there; those of a new office go with its own row."""
    for name, sheet in sheets.items():
        if name != "offices":
            for row, code in zip(sheet.rows, sheet.column("office"), strict=True):
                if reach.lacks(code):
                    beyond = reach.beyond(reach.there[code])
                    yield Fault(sheet.title, row, "司法所编码", code, beyond)
