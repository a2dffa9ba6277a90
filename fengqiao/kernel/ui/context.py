from typing import Any

from django.conf import settings
from django.http import HttpRequest

from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.ui import menu


def frame(request: HttpRequest) -> dict[str, Any]:
    """What the frame of a page needs; the menu is only for those who are signed in."""
    user = getattr(request, "user", None)
    return {
        "menu": menu.menu_of(request.path, user) if isinstance(user, User) else None,
        "large_type": request.COOKIES.get("large_type") == "1",
        "demo": settings.DEMO,
    }
