"""Of which cities, districts and towns somebody may see the figures: those whose offices he reaches all.
A town may be his whose only office is; a district is not an office's, though it may have one only."""

from collections import defaultdict
from datetime import date

from django.utils import timezone

from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.divisions import find_areas
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area, AreaName
from fengqiao.kernel.indicators.places import CITY, DISTRICT, TOWN, places_on
from fengqiao.oversight.reports.territory import KINDS, Territory, key_of


def territories(user: User, right: str, day: date) -> list[Territory]:
    """The largest first, each followed by what lies in it; as the offices lay on the day."""
    offices: defaultdict[str, set[int]] = defaultdict(set)
    for place in places_on(min(day, timezone.localdate())).values():
        for size in (CITY, DISTRICT, TOWN):
            offices[place.division[:size]].add(place.office)
    own = Area.objects.of_kind(AreaKind.OFFICE).visible_to(user, right)
    reached = set(own.values_list("pk", flat=True))
    found = _named([digits for digits in sorted(offices) if offices[digits] <= reached])
    return [one for one in found if len(one.digits) == TOWN or _governs(user, right, one)]


def _governs(user: User, right: str, place: Territory) -> bool:
    return place.area is None or user.can(right, place.area)


def _named(wanted: list[str]) -> list[Territory]:
    """In a few statements, however many."""
    today = timezone.localdate()
    areas = find_areas([key_of(digits) for digits in wanted], KINDS, today)
    names = dict(
        AreaName.objects.on(today)
        .filter(area__in=[area.pk for area in areas.values()])
        .values_list("area", "name")
    )
    found = []
    for digits in wanted:
        key = key_of(digits)
        area = areas.get(key)
        name = names.get(area.pk, "") if area else ""
        found.append(Territory(key, digits, "" if name == key else name, area))
    return found
