"""Gates before views: each view says which right it wants and what may be sent to it; a view that
says nothing is shut (`middleware.GateMiddleware`)."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_http_methods

from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.accounts.rights import OWN, PUBLIC, TABLES
from fengqiao.kernel.areas.models import Area

View = Callable[..., HttpResponseBase]
READ = ("GET", "HEAD")
FORM = (*READ, "POST")  # a page with a form on it
ACT = ("POST",)


def needs(right: str, methods: tuple[str, ...] = READ) -> Callable[[View], View]:
    """Only for those who hold the right anywhere; which rows it reaches `visible_to` says, and
    `reached` where one who sees a row may not act on it."""

    def gate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not user_of(request).can(right):
                raise PermissionDenied
            request.right = right  # type: ignore[attr-defined]
            return view(request, *args, **kwargs)

        return _marked(guarded, right, methods)

    return gate


def own(methods: tuple[str, ...] = READ) -> Callable[[View], View]:
    """For every signed-in person: shows nothing but what is his or what he may see."""
    return lambda view: _marked(view, OWN, methods)


def public(methods: tuple[str, ...] = READ) -> Callable[[View], View]:
    """For everybody, without sign-in."""

    def gate(view: View) -> View:
        opened = _marked(view, PUBLIC, methods)
        opened.login_required = False  # type: ignore[attr-defined]
        return opened

    return gate


def _marked(view: View, right: str, methods: tuple[str, ...]) -> View:
    marked: View = require_http_methods(list(methods))(view)
    marked.right, marked.methods = right, methods  # type: ignore[attr-defined]
    return marked


def reached(request: HttpRequest, area: Area) -> None:
    """Refuse who sees the area but does not reach it with the right that the page wants.

    To see an area is what brought the request here, so a page that only shows it passes.
    """
    right = request.right  # type: ignore[attr-defined]
    if right != TABLES.scopes[Area].right and not user_of(request).can(right, area):
        raise PermissionDenied


def right_of(view: Any) -> str | None:
    """What the view wants; None where it was forgotten."""
    return getattr(view, "right", None)


def methods_of(view: Any) -> tuple[str, ...]:
    """What may be sent to the view."""
    methods: tuple[str, ...] = getattr(view, "methods", FORM)
    return methods
