"""In whose name a user may write something: the areas in which he himself holds the right."""

from django.utils import timezone

from fengqiao.kernel.accounts.held import holdings
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area

MOST = 50


def seats(user: User, right: str) -> list[Area]:
    """With today's names; for who holds it everywhere, the cities."""
    paths = {held.path for held, _far in holdings(user, right)}
    areas = (
        Area.objects.of_kind(AreaKind.CITY) if "" in paths else Area.objects.filter(path__in=paths)
    )
    return list(areas.named_on(timezone.localdate())[:MOST])
