"""Whose trail a person may read, asked so that an index gives the newest rows at once.

The table of rights says `area`; followed literally, a district's newest fifty entries would want
all its entries sorted. An entry carries the district of its time, which is one range of an index.
"""

from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import Q, QuerySet

from fengqiao.kernel.accounts.held import holdings
from fengqiao.kernel.areas.models import Area

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

SEE = "audit.see"
Rows = TypeVar("Rows", bound=QuerySet[Any])
CITY, DISTRICT = Area.steplen, 2 * Area.steplen


def reached(rows: Rows, user: Any, right: str = "") -> Rows:
    """The entries that lie in the areas in which the user holds the right."""
    if not (getattr(user, "is_authenticated", False) and user.is_active):
        return rows.none()
    wanted = [_lying_in(path) for path in _paths(user, right or SEE)]
    if not wanted:
        return rows.none()
    first, *others = wanted
    for other in others:
        first |= other
    return rows.filter(first)


def _paths(user: "User", right: str) -> list[str]:
    """The areas held, without those inside another; one that is empty is the whole system."""
    places = [held.place(far) for held, far in holdings(user, right)]
    paths = {place for place in places if place is not None}
    return [
        path
        for path in sorted(paths)
        if not any(path != other and path.startswith(other) for other in paths)
    ]


def _lying_in(path: str) -> Q:
    if not path:
        return Q()
    if len(path) == CITY:
        return Q(city=path)
    if len(path) == DISTRICT:
        return Q(district=path)
    here = list(Area.objects.filter(path__startswith=path).order_by().values_list("pk", flat=True))
    return Q(area=here[0]) if len(here) == 1 else Q(area__in=here)
