"""Cities, districts and towns as 区划代码 and 市(区) name them: found, made where not yet known.

The first 9 digits of a 区划代码 name the town or street, the first 4 with "00" the city. A district
is known by its name within the city: after a merger its towns bear codes of several beginnings.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from fengqiao.kernel.areas.enums import TOWNSHIPS, AreaKind
from fengqiao.kernel.areas.from_day import BATCH
from fengqiao.kernel.areas.models import Area, AreaName
from fengqiao.kernel.areas.tree import grow

DistrictKey = tuple[str, str]  # code of the city, name of the district


@dataclass(frozen=True, slots=True)
class Township:
    """A town or street as a roster names it: by code alone, with the name of its district."""

    code: str  # 9 digits
    kind: AreaKind
    district: str

    @property
    def city_code(self) -> str:
        return f"{self.code[:4]}00"

    @property
    def district_key(self) -> DistrictKey:
        return self.city_code, self.district


@dataclass(frozen=True, slots=True)
class Places:
    """Where townships lie."""

    towns: Mapping[str, Area]
    districts: Mapping[DistrictKey, Area]


def find_areas(codes: Iterable[str], kinds: Collection[str], day: date) -> dict[str, Area]:
    """The areas known by these codes: on the day, else at any time (the latest to bear it)."""
    wanted = sorted(set(codes))
    found: dict[str, AreaName] = {}
    for start in range(0, len(wanted), BATCH):
        names = AreaName.objects.of_kinds(kinds).filter(code__in=wanted[start : start + BATCH])
        for name in names.select_related("area").order_by("pk"):
            if name.code not in found or not found[name.code].holds_on(day):
                found[name.code] = name
    return {code: name.area for code, name in found.items()}


def find_places(townships: Collection[Township], day: date) -> Places:
    """What of it is known on the day."""
    cities = find_areas({t.city_code for t in townships}, [AreaKind.CITY], day)
    return Places(
        towns=find_areas({t.code for t in townships}, TOWNSHIPS, day),
        districts=_find_districts({t.district_key for t in townships}, cities, day),
    )


def ensure_places(townships: Iterable[Township], day: date) -> Places:
    """The towns and streets with their districts, made together with cities where not yet known.

    What is made has no first day; a town and a city bear their code as name until somebody names
    them. Of several that speak of one place the first says how it is made.
    """
    first_last = list(townships)[::-1]
    known = find_places(first_last, day)
    cities = _ensure_cities({township.city_code for township in first_last}, day)
    districts = _ensure_districts({t.district_key: t for t in first_last}, known, cities)
    return Places(_ensure_towns({t.code: t for t in first_last}, known, districts), districts)


def _find_districts(
    keys: Collection[DistrictKey], cities: Mapping[str, Area], day: date
) -> dict[DistrictKey, Area]:
    city_of = {city.path: code for code, city in cities.items()}
    names = AreaName.objects.of_kinds([AreaKind.DISTRICT]).on(day).select_related("area")
    known = {
        (city_of[name.area.path[: Area.steplen]], name.name): name.area
        for name in names.order_by("-pk")
        if name.area.path[: Area.steplen] in city_of
    }
    return {key: known[key] for key in keys if key in known}


def _ensure_cities(codes: Collection[str], day: date) -> dict[str, Area]:
    known = find_areas(codes, [AreaKind.CITY], day)
    missing = sorted(set(codes) - known.keys())
    made = _make([(None, AreaKind.CITY, code, code) for code in missing])
    return known | dict(zip(missing, made, strict=True))


def _ensure_districts(
    wanted: Mapping[DistrictKey, Township], known: Places, cities: Mapping[str, Area]
) -> dict[DistrictKey, Area]:
    missing = sorted(wanted.keys() - known.districts.keys())
    made = _make(
        [(cities[key[0]], AreaKind.DISTRICT, wanted[key].code[:6], key[1]) for key in missing]
    )
    return {**known.districts, **dict(zip(missing, made, strict=True))}


def _ensure_towns(
    wanted: Mapping[str, Township], known: Places, districts: Mapping[DistrictKey, Area]
) -> dict[str, Area]:
    missing = sorted(wanted.keys() - known.towns.keys())
    made = _make(
        [(districts[wanted[code].district_key], wanted[code].kind, code, code) for code in missing]
    )
    return {**known.towns, **dict(zip(missing, made, strict=True))}


def _make(places: Collection[tuple[Area | None, AreaKind, str, str]]) -> list[Area]:
    """New areas of parent, kind, code and name, held to have been there for ever."""
    areas = grow([(parent, kind) for parent, kind, _, _ in places])
    AreaName.objects.bulk_create(
        AreaName(area=area, code=code, name=name)
        for area, (_, _, code, name) in zip(areas, places, strict=True)
    )
    return areas
