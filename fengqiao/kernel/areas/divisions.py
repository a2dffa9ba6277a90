"""Cities, districts and towns by their division codes: found, and made where not yet known.

The first 9 digits of a 区划代码 name the town or street, the first 6 the district, the first 4
with "00" the city.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from fengqiao.kernel.areas.enums import TOWNSHIPS, AreaKind
from fengqiao.kernel.areas.from_day import BATCH
from fengqiao.kernel.areas.models import Area, AreaName
from fengqiao.kernel.areas.tree import grow


@dataclass(frozen=True, slots=True)
class Township:
    """A town or street as a roster names it: by code alone, with the name of its district."""

    code: str  # 9 digits
    kind: AreaKind
    district: str

    @property
    def district_code(self) -> str:
        return self.code[:6]

    @property
    def city_code(self) -> str:
        return f"{self.code[:4]}00"


def find_areas(codes: Iterable[str], kinds: Collection[str], day: date) -> dict[str, Area]:
    """The areas known by these codes: on the day, else at any time (the latest that bore the
    code)."""
    wanted = sorted(set(codes))
    found: dict[str, AreaName] = {}
    for start in range(0, len(wanted), BATCH):
        names = AreaName.objects.of_kinds(kinds).filter(code__in=wanted[start : start + BATCH])
        for name in names.select_related("area").order_by("pk"):
            if name.code not in found or not found[name.code].holds_on(day):
                found[name.code] = name
    return {code: name.area for code, name in found.items()}


def ensure_townships(townships: Iterable[Township], day: date) -> dict[str, Area]:
    """The towns and streets by code, made with their districts and cities where not yet known.

    What is made has no first day; a town and a city bear their code as name until somebody names
    them.
    """
    by_code = {township.code: township for township in townships}
    cities = _ensure(
        {t.city_code: (None, AreaKind.CITY, t.city_code) for t in by_code.values()}, day
    )
    districts = _ensure(
        {
            t.district_code: (cities[t.city_code], AreaKind.DISTRICT, t.district)
            for t in by_code.values()
        },
        day,
    )
    return _ensure(
        {t.code: (districts[t.district_code], t.kind, t.code) for t in by_code.values()}, day
    )


def _ensure(wanted: Mapping[str, tuple[Area | None, AreaKind, str]], day: date) -> dict[str, Area]:
    """Areas of one level by code; `wanted` gives parent, kind and name for one that has to be
    made."""
    kinds = {kind for _, kind, _ in wanted.values()}
    known = find_areas(wanted, TOWNSHIPS if kinds & set(TOWNSHIPS) else kinds, day)
    missing = [code for code in wanted if code not in known]
    made = grow([wanted[code][:2] for code in missing])
    AreaName.objects.bulk_create(
        AreaName(area=area, code=code, name=wanted[code][2])
        for code, area in zip(missing, made, strict=True)
    )
    return known | dict(zip(missing, made, strict=True))
