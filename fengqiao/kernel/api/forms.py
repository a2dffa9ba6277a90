from datetime import date
from typing import Any

from allauth.core import ratelimit
from django import forms
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.api.tokens import LONGEST, offered
from fengqiao.kernel.ui.fields import DayField
from fengqiao.kernel.ui.forms import PlainForm


class TokenForm(PlainForm):
    """What a token is for, what it may, until when; and the password again, so that a page left
    open makes none."""

    name = forms.CharField(
        label=_("用途"), max_length=60, help_text=_("如“区局数据平台每日取数”。")
    )
    scopes = forms.MultipleChoiceField(
        label=_("权限"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("只能从您自己的权限里选;您的权限变了,令牌随之变。"),
        error_messages={"required": _("请至少选一项。")},
    )
    expires_on = DayField(label=_("到期日"), help_text=_("最长一年;这一天起不能再用。"))
    password = forms.CharField(
        label=_("登录密码"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._request, self._user = request, user_of(request)
        choices = [(right.name, right.label) for right in offered(self._user)]
        self.fields["scopes"].choices = choices  # type: ignore[attr-defined]
        self.fields["expires_on"].initial = timezone.localdate() + LONGEST / 4
        if not self._user.has_usable_password():  # who signs in elsewhere has none to ask for
            del self.fields["password"]

    def clean_expires_on(self) -> date:
        day: date = self.cleaned_data["expires_on"]
        if not timezone.localdate() < day <= timezone.localdate() + LONGEST:
            raise forms.ValidationError(_("应在明天以后、一年以内。"))
        return day

    def clean_password(self) -> str:
        """Guessing is limited as at the sign-in."""
        if not ratelimit.consume(self._request, action="reauthenticate", user=self._user):
            raise forms.ValidationError(_("尝试太多,请稍后再试。"))
        if not self._user.check_password(self.cleaned_data["password"]):
            raise forms.ValidationError(_("密码不对。"))
        return ""
