from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import resolve_url
from django_htmx.http import HttpResponseClientRedirect

from fengqiao.kernel.accounts.gates import right_of


class SignInRequiredMiddleware(LoginRequiredMiddleware):
    """No page without sign-in; a fragment asked for without it sends the whole page there."""

    def handle_no_permission(  # type: ignore[override]
        self, request: HttpRequest, view_func: Any
    ) -> HttpResponseBase:
        if getattr(request, "htmx", False):
            return HttpResponseClientRedirect(resolve_url("account_login"))
        return super().handle_no_permission(request, view_func)


class GateMiddleware:
    """A view that does not say which right it wants is shut, whoever asks."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        if right_of(view) is None:
            raise PermissionDenied(f"a view without a gate: {view!r}")
