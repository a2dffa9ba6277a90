"""Who holds a right or a role in an area on a day: asked for one area, or beside many rows."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from django.db.models.functions import Substr

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.held import TOWNSHIP
from fengqiao.kernel.accounts.models import Grant, User
from fengqiao.kernel.accounts.rights import TABLES, Reach
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.tree import way_to


def holders(right: str, area: Area | None, day: date) -> QuerySet[User]:
    """The open accounts that hold the right there; without an area: anywhere."""
    grants = Grant.objects.on(day).filter(_reaching(right, area.path if area else None))
    found: QuerySet[User] = User.objects.filter(is_active=True, pk__in=grants.values("user"))
    return found


def with_role(roles: Collection[Role], day: date, area: Area | None = None) -> QuerySet[User]:
    """The open accounts that hold one of the roles there or above, whatever its rights; without an
    area: anywhere."""
    grants = Grant.objects.on(day).filter(role__in=roles)
    if area is not None:
        grants = grants.filter(_over(area.path))
    found: QuerySet[User] = User.objects.filter(is_active=True, pk__in=grants.values("user"))
    return found.order_by("pk")


def _over(path: str) -> Q:
    """The grants in the place or in one above it."""
    return Q(area=None) | Q(area__path__in=way_to(path))


def _reaching(right: str, path: str | None) -> Q:
    wanted = Q(pk__in=[])
    for far, roles in _by_reach(right).items():
        held = Q(role__in=roles)
        if path is not None and far is not Reach.EVERYWHERE:
            places = _over(path)
            if far is Reach.TOWNSHIP and len(path) >= TOWNSHIP:
                places |= Q(area__path__startswith=path[:TOWNSHIP])
            held &= places
        wanted |= held
    return wanted


def held_by(right: str, owner: str, area: str, day: date) -> Exists:
    """Beside a row: whether its `owner` (a look-up) holds the right where the row lies; `area` is
    the look-up to the place, "" where it lies nowhere."""
    grants = Grant.objects.on(day).filter(user=OuterRef(owner), user__is_active=True)
    if area:
        path = ExpressionWrapper(OuterRef(f"{area}__path"), output_field=CharField())
        grants = grants.annotate(row_path=path)
    wanted = Q(pk__in=[])
    for far, roles in _by_reach(right).items():
        held = Q(role__in=roles)
        if area and far is not Reach.EVERYWHERE:
            town = Substr("area__path", 1, TOWNSHIP)
            place = F("area__path") if far is Reach.AREA else town
            held &= Q(area=None) | Q(row_path__startswith=place)
        wanted |= held
    return Exists(grants.filter(wanted))


def _by_reach(right: str) -> dict[Reach, list[Role]]:
    """The roles that have the right over places, by how far they reach."""
    found: defaultdict[Reach, list[Role]] = defaultdict(list)
    for role, far in TABLES.rights[right].roles.items():
        if far is not Reach.OWN:
            found[far].append(role)
    return found
