"""Sign-ins, failed ones and sign-outs, as Django announces them (allauth signs in through it), and
what accounts announce of passwords and sessions."""

from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.signals import password_changed
from allauth.socialaccount.signals import social_account_added
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.accounts import signals
from fengqiao.kernel.accounts.factor_adapter import NAMES
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.accounts.requests import address_of
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.audit.whose import area_of

WAYS = {"password": _("密码"), "socialaccount": _("统一身份认证")}


def listen() -> None:
    user_logged_in.connect(signed_in, dispatch_uid="audit.signed_in")
    user_logged_out.connect(signed_out, dispatch_uid="audit.signed_out")
    user_login_failed.connect(sign_in_failed, dispatch_uid="audit.sign_in_failed")
    signals.code_given.connect(code_given, dispatch_uid="audit.code_given")
    signals.password_set.connect(password_set, dispatch_uid="audit.password_set")
    password_changed.connect(new_password, dispatch_uid="audit.password_changed")
    signals.new_device.connect(new_device, dispatch_uid="audit.new_device")
    social_account_added.connect(identity_bound, dispatch_uid="audit.identity_bound")
    signals.sessions_ended.connect(sessions_ended, dispatch_uid="audit.sessions_ended")


def signed_in(sender: Any, *, request: HttpRequest, user: User, **kwargs: Any) -> None:
    area, method = area_of(user), methods(request, user)
    details = where(request) | ({"method": method} if method else {})
    record("accounts.signed_in", by=user, subject=user, area=area, **details)


def signed_out(sender: Any, *, request: HttpRequest, user: User | None, **kwargs: Any) -> None:
    if user is not None:
        record("accounts.signed_out", by=user, subject=user, area=area_of(user))


def sign_in_failed(
    sender: Any, *, credentials: dict[str, Any], request: HttpRequest | None = None, **kwargs: Any
) -> None:
    """What was typed as a name is not kept: people type their password there."""
    typed = str(credentials.get("username") or "")
    user = User.objects.filter(username=typed).first()
    record(
        "accounts.sign_in_failed",
        by=None,
        subject=user,
        label="" if user else "不存在的用户名",
        area=area_of(user),
        **where(request),
    )


def code_given(sender: Any, *, user: User, by: User | None, **kwargs: Any) -> None:
    record("accounts.code_given", by=by, subject=user, area=area_of(user))


def password_set(sender: Any, *, user: User, request: HttpRequest, **kwargs: Any) -> None:
    record("accounts.password_set", by=user, subject=user, area=area_of(user), **where(request))


def new_password(sender: Any, *, user: User, request: HttpRequest, **kwargs: Any) -> None:
    record("accounts.password_changed", by=user, subject=user, area=area_of(user), **where(request))


def new_device(sender: Any, *, user: User, device: str, address: str, **kwargs: Any) -> None:
    area = area_of(user)
    record("accounts.new_device", by=user, subject=user, area=area, device=device, address=address)


def identity_bound(sender: Any, *, sociallogin: Any, **kwargs: Any) -> None:
    user = sociallogin.user
    record("accounts.identity_bound", by=user, subject=user, area=area_of(user))


def sessions_ended(sender: Any, *, user: User, count: int, reason: str, **kwargs: Any) -> None:
    area = area_of(user)
    record("accounts.sessions_ended", by=user, subject=user, area=area, count=count, reason=reason)


def methods(request: HttpRequest, user: User) -> str:
    """By what the person proved who he is, step after step, like "密码、手机验证器"."""
    steps = get_authentication_records(request, user)
    named = [str(WAYS.get(step["method"]) or NAMES.get(step.get("type", ""), "")) for step in steps]
    return "、".join(name for name in dict.fromkeys(named) if name)


def where(request: HttpRequest | None) -> dict[str, Any]:
    if request is None:
        return {}
    found = {
        "address": address_of(request),
        "device": request.headers.get("User-Agent", "")[:200],
    }
    return {name: value for name, value in found.items() if value}
