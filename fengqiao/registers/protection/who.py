"""Who is to be told."""

from collections.abc import Collection

from django.utils import timezone

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import Grant, User
from fengqiao.kernel.areas.models import Area


def holders(area: Area, roles: Collection[Role], *, besides: User | None = None) -> list[User]:
    """Who holds one of the roles today in the area or in one above it."""
    grants = Grant.objects.on(timezone.localdate()).filter(role__in=roles)
    found = {
        grant.user_id: grant.user
        for grant in grants.select_related("user", "area")
        if area.path.startswith(grant.area.path if grant.area else "")
    }
    return [user for user in found.values() if user != besides]
