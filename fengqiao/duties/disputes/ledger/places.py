"""Which office a code of the ledger means: among all that are known, whatever their dates."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.duties.disputes.ledger.sheet import HEADERS
from fengqiao.duties.disputes.permissions import LEDGER
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area, AreaName
from fengqiao.lib.faults import Fault
from fengqiao.lib.workbook.reading import Sheet

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


@dataclass(frozen=True, slots=True)
class Place:
    """An office, and what it is called."""

    area: Area
    name: str


def offices_by_code() -> dict[str, Place]:
    """Where two bore a code at different times, that of today, else the later one."""
    today = timezone.localdate()
    rows = AreaName.objects.of_kinds([AreaKind.OFFICE]).select_related("area")

    def rank(row: AreaName) -> tuple[bool, date, int]:
        return row.holds_on(today), row.begins_on or date.min, row.pk

    return {row.code: Place(row.area, row.name) for row in sorted(rows, key=rank)}


def beyond(sheet: Sheet, places: Mapping[str, Place], by: "User | None") -> Iterator[Fault]:
    """Rows of an office that nobody knows, or that is not the importer's; the command line may take
    in everything."""
    own = (
        None
        if by is None
        else set(Area.objects.visible_to(by, LEDGER).values_list("pk", flat=True))
    )
    for row, code in zip(sheet.rows, sheet.column("office"), strict=True):
        place = places.get(code) if code is not None else None
        if code is not None and place is None:
            says = _("应为已登记的司法所编码")
        elif place and own is not None and place.area.pk not in own:
            says = _("这个所不在您的工作区域,不能导入")
        else:
            continue
        yield Fault(sheet.title, row, HEADERS["office"], code, says)
