"""Who asks."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from fengqiao.kernel.accounts.models import User


def user_of(request: HttpRequest) -> User:
    """The signed-in user; the middleware lets nobody else come this far."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
