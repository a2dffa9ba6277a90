from typing import Any

from django.conf import settings
from django.http import HttpRequest

from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.ui import menu, top


def frame(request: HttpRequest) -> dict[str, Any]:
    """What the frame of a page needs; the menu is only for those who are signed in."""
    user = getattr(request, "user", None)
    known = user if isinstance(user, User) else None
    return {
        "menu": menu.menu_of(request.path, known) if known else None,
        "top": top.templates_for(known) if known else [],
        "large_type": request.COOKIES.get("large_type") == "1",
        "demo": settings.DEMO,
    }
