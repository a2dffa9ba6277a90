"""Whose trail it is, where a record lies in no area itself: that of the person who acts."""

from django.utils import timezone

from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.models import Area


def area_of(user: User | None) -> Area | None:
    """The area in which the person holds the first of today's grants."""
    if user is None:
        return None
    grants = user.grants.on(timezone.localdate()).exclude(area=None).select_related("area")
    first = grants.order_by("pk").first()
    return first.area if first else None
