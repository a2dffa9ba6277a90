"""How many notices wait: drawn in the frame of every page."""

from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.notices.models import Notice

MOST = 100  # nobody counts further


def unread(user: User) -> int:
    """One query over a partial index, and one only for as long as the request keeps its user."""
    known: int | None = getattr(user, "unread_notices", None)
    if known is None:
        known = Notice.objects.visible_to(user).unread()[:MOST].count()
        user.unread_notices = known  # type: ignore[attr-defined]
    return known
