"""Offices in the search of all pages: by name and code of today.

Their names are compared as they stand: a city has hundreds of offices, and work does not add to them.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import AreaName
from fengqiao.kernel.search.registry import Hit, Kind
from fengqiao.registers.organisations.permissions import SEE
from fengqiao.registers.organisations.selection import rows_on

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


def find(user: "User", words: Sequence[str]) -> QuerySet[AreaName]:
    """Those that exist today and that every word fits."""
    rows = AreaName.objects.visible_to(user, SEE).of_kinds([AreaKind.OFFICE])
    rows = rows.on(timezone.localdate())
    for word in words:
        rows = rows.filter(Q(name__icontains=word) | Q(code__startswith=word))
    found: QuerySet[AreaName] = rows.order_by("code")
    return found


def shown(user: "User", names: Sequence[AreaName]) -> list[Hit]:
    """With district and town."""
    offices = [one.area_id for one in names]
    rows = rows_on(timezone.localdate(), user).filter(office__in=offices)
    places = {row.office_id: f"{row.district or ''} {row.town_name or ''}" for row in rows}
    return [
        Hit(
            one.name,
            reverse("organisations:office", args=[one.area_id]),
            places.get(one.area_id, "").strip(),
            one.code,
        )
        for one in names
    ]


OFFICES = Kind(
    name="offices",
    title=_("司法所"),
    unit=_("个"),
    right=SEE,
    order=30,
    find=find,
    shown=shown,
)
