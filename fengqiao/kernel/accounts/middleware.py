from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, resolve_url
from django_htmx.http import HttpResponseClientRedirect

from fengqiao.kernel.accounts import second_factor
from fengqiao.kernel.accounts.gates import READ, right_of
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.accounts.rights import PUBLIC


class SignInRequiredMiddleware(LoginRequiredMiddleware):
    """No page without sign-in; a fragment asked for without it sends the whole page there."""

    def handle_no_permission(  # type: ignore[override]
        self, request: HttpRequest, view_func: Any
    ) -> HttpResponseBase:
        login = resolve_url("account_login")
        if getattr(request, "htmx", False):
            return HttpResponseClientRedirect(login)
        if request.method not in READ:
            return redirect_to_login(_page_before(request), login)
        return super().handle_no_permission(request, view_func)


def _page_before(request: HttpRequest) -> str:
    """The page with the button that was pressed: what was sent cannot be opened by a visit."""
    before = urlsplit(request.headers.get("Referer", ""))
    own = before.netloc == request.get_host()
    return urlunsplit(("", "", before.path, before.query, "")) if own else "/"


class GateMiddleware:
    """A view that does not say which right it wants is shut, whoever asks."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        if right_of(view) is None:
            raise PermissionDenied(f"a view without a gate: {view!r}")


# What is open before a second factor is set up, beside what is public: setting it up.
ENROLMENT = frozenset(
    {
        "mfa_index",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_view_recovery_codes",
        "account_reauthenticate",
    }
)


class SecondFactorMiddleware:
    """Whose role wants a second factor sets one up before anything else opens."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        match, user = request.resolver_match, request.user
        if right_of(view) == PUBLIC or (match and match.view_name in ENROLMENT):
            return None
        if not isinstance(user, User) or not second_factor.wants(user) or second_factor.has(user):
            return None
        if getattr(request, "htmx", False):
            return HttpResponseClientRedirect(resolve_url("mfa_index"))
        return redirect("mfa_index")
