"""A city, a district or a town by its 区划代码, and the offices that figures of it are made of."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from fengqiao.kernel.areas.divisions import find_areas
from fengqiao.kernel.areas.enums import TOWNSHIPS, AreaKind
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.indicators.places import CITY, digits_of, offices_in
from fengqiao.lib.faults import InputRefused

KINDS = (AreaKind.CITY, AreaKind.DISTRICT, *TOWNSHIPS)


@dataclass(frozen=True, slots=True)
class Territory:
    """`code` as it was asked for, `name` empty where nobody has named it; `area` is its place in the
    tree, None for a division that offices bear in their codes alone."""

    code: str
    digits: str
    name: str
    area: Area | None

    @property
    def key(self) -> str:
        """Its code without what may be left out: 6 or 9 digits."""
        return key_of(self.digits)

    @property
    def said(self) -> str:
        """Its name, else its code."""
        return self.name or self.code

    def offices_on(self, day: date) -> list[int]:
        """By their 区划代码."""
        return [place.office for place in offices_in(self.digits, day)]


def key_of(digits: str) -> str:
    return f"{digits}00" if len(digits) == CITY else digits


def territory(code: str) -> Territory:
    """InputRefused where the code is none, or of a place that the system does not know."""
    digits = digits_of(code)
    key, today = key_of(digits), timezone.localdate()
    area = find_areas([key], KINDS, today).get(key)
    found = Territory(code, digits, _name(area, key, today), area)
    if area is None and not found.offices_on(today):
        raise InputRefused(
            f"系统里没有区划代码为{code}的设区市、市(区)或者乡镇(街道),也没有这样的司法所"
        )
    return found


def _name(area: Area | None, key: str, today: date) -> str:
    """A place that nobody has named yet bears its code as name."""
    if area is None:
        return ""
    named = area.name_on(today)
    name = named.name if named else str(area)
    return "" if name == key else name
