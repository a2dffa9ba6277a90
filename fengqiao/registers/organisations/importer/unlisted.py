"""The offices that a roster does not name: they stay as they are, and the preview says so."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from fengqiao.kernel.imports.registry import SHOWN, Section
from fengqiao.lib.workbook.reading import Sheet
from fengqiao.registers.organisations.importer.wanted import codes_in
from fengqiao.registers.organisations.models import OfficeRecord
from fengqiao.registers.organisations.selection import called

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


def unlisted(sheets: Mapping[str, Sheet], day: date, by: "User | None") -> Iterator[Section]:
    """Those of the districts in the sheet 司法所 that no sheet names; nothing of them ends."""
    offices = sheets.get("offices")
    if offices is None:
        return
    districts, named = set(offices.column("district")), set(codes_in(sheets))
    rows = [
        list(place)
        for place in _places(day, by).values_list("name", "code", "district")
        if place[2] in districts and place[1] not in named
    ]
    if rows:
        title = _("名册没有列出的司法所,保持原样")
        head = [_("司法所"), _("编码"), _("市(区)")]
        yield Section(title, head, rows[:SHOWN], len(rows), is_change=False)


def _places(day: date, by: "User | None") -> Any:
    """The offices of the day that the person sees; the command line sees all."""
    records = OfficeRecord.objects.visible_to(by) if by else OfficeRecord.objects.all()
    return (
        records.on(day)
        .annotate(
            name=called("office", day),
            code=called("office", day, "code"),
            district=called("district_area", day),
        )
        .order_by("district", "code")
    )
