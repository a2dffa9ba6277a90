"""Who asks."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from fengqiao.kernel.accounts.models import User


def user_of(request: HttpRequest) -> User:
    """The signed-in user; the middleware lets nobody else come this far."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def address_of(request: HttpRequest) -> str:
    """From where a request comes; behind proxies of ours, what the last of them but one said."""
    from allauth.core.internal.httpkit import get_client_ip

    return get_client_ip(request) or ""
