"""The city's unified identity: whom it brings in, and how an identity is bound to an account."""

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.conf import settings
from django.contrib.auth.signals import user_login_failed
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import render

from fengqiao.kernel.accounts.models import User


def name() -> str:
    """What the city calls it; "" where there is none."""
    apps = settings.SOCIALACCOUNT_PROVIDERS.get("openid_connect", {}).get("APPS", [])
    return str(apps[0]["name"]) if apps else ""


class IdentityAdapter(DefaultSocialAccountAdapter):
    """Lets in who has an account here. What names the account (a user name, a verified phone) is
    asked once; from then on the identity itself is bound to it, whatever name it bears."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        if sociallogin.state.get("process") != "login":
            raise PermissionDenied  # allauth would bind any identity to who is signed in
        if sociallogin.is_existing:
            return
        user = named(sociallogin)
        if user is None or SocialAccount.objects.filter(user_id=user.pk).exists():
            _refuse(request, user)
        with transaction.atomic():
            sociallogin.connect(request, user)


def named(sociallogin: SocialLogin) -> User | None:
    """The open account that the claim names."""
    data: dict[str, Any] = sociallogin.account.get_provider_account().get_user_data() or {}
    options = sociallogin.provider.app.settings
    value = str(data.get(options["claim"]) or "")
    if options["by"] == "phone":
        if data.get("phone_number_verified") is False:
            return None
        found = User.objects.open_with(value)
    else:
        found = User.objects.filter(username__iexact=value, is_active=True)
    accounts = list(found[:2])
    return accounts[0] if len(accounts) == 1 else None


def _refuse(request: HttpRequest, user: User | None) -> None:
    credentials = {"username": user.username if user else ""}
    user_login_failed.send(sender=__name__, credentials=credentials, request=request)
    raise ImmediateHttpResponse(render(request, "socialaccount/unknown.html", status=403))


def forget_claims(sender: Any, *, instance: SocialAccount, **kwargs: Any) -> None:
    """Of what the city says of a person nothing is kept but the mark of the identity."""
    instance.extra_data = {}
