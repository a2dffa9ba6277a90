"""What allauth asks us about signing in: who is meant, how often one may try, what is said."""

import time
from typing import Any, ClassVar

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.stagekit import clear_login
from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.accounts.finding import account_called

# What a page says after an act of allauth; of all else the page that opens is message enough.
SAID = {
    "account/messages/password_changed.txt": _("密码已修改,其他设备上的登录已结束。"),
    "mfa/messages/totp_activated.txt": _("手机验证器已启用。"),
    "mfa/messages/totp_deactivated.txt": _("手机验证器已停用。"),
    "mfa/messages/webauthn_added.txt": _("安全密钥已添加。"),
    "mfa/messages/webauthn_removed.txt": _("安全密钥已移除。"),
}
WAYS = {
    "reauthenticate": _("用密码"),
    "mfa_reauthenticate": _("用验证器或恢复码"),
    "mfa_reauthenticate:webauthn": _("用安全密钥"),
}


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by an administrator; nobody signs up."""

    error_messages: ClassVar = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _("用户名(手机号)或密码不正确。"),
        "too_many_login_attempts": _("失败次数过多,请五分钟后再试。"),
        "rate_limited": _("操作太频繁,请稍后再试。"),
        "enter_current_password": _("现在的密码不正确。"),
        "incorrect_password": _("密码不正确。"),
        "incorrect_code": _("验证码不正确,请核对后重新输入。"),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """A phone stands for the user name of its account, so that both share one limit."""
        typed = credentials.get("username", "")
        found = account_called(typed)
        credentials["username"] = found.username if found else typed
        return super().authenticate(request, **credentials)

    def pre_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> Any:
        """Whose last right has ended is as one whose account is closed."""
        if user.has_ended:
            clear_login(request)
            return self.respond_user_inactive(request, user)
        return super().pre_login(request, user, **kwargs)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """To sign in a moment ago is as good as typing the password once more."""
        records = get_authentication_records(self.request, self.request.user)
        since = time.time() - app_settings.REAUTHENTICATION_TIMEOUT
        fresh = any(record["at"] > since for record in records)
        return not fresh and super().is_reauthentication_required(app=app, **kwargs)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """allauth's ways, in our words."""
        ways = super().get_reauthentication_methods(user)
        return [way | {"description": WAYS[way["id"]]} for way in ways]

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account_security")

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """The account alone: allauth adds the host, of which a client may write any port."""
        name: str = credentials.get("username", "")
        return name.lower()

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        said = message or SAID.get(message_template or "")
        if said:
            messages.add_message(request, level, said, extra_tags=extra_tags)
