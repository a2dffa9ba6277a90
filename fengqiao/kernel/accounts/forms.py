"""The forms of signing in and of one's own security."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.accounts import codes
from fengqiao.kernel.accounts.finding import account_called
from fengqiao.kernel.accounts.models import OneTimeCode
from fengqiao.kernel.accounts.passwords import RULES

DIFFERENT = _("两次输入的密码不一样。")


class SignInForm(LoginForm):
    """allauth's, which knows nothing of phones; `adapter.authenticate` finds the account."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("用户名或手机号")
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class NewPasswordForm(ChangePasswordForm):
    """allauth's, in our words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].label = _("现在的密码")
        self.fields["password1"].label = _("新密码")
        self.fields["password1"].help_text = RULES
        self.fields["password2"].label = _("再输一次新密码")
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)

    def clean(self) -> Any:
        given = self.cleaned_data
        if "password1" in given and given["password1"] != given.get("password2"):
            self.add_error("password2", DIFFERENT)
            return given
        return super().clean()


class CodeForm(forms.Form):
    """A password set with a code from the administrator."""

    login = forms.CharField(
        label=_("用户名或手机号"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "username"}),
    )
    code = forms.CharField(
        label=_("一次性验证码"),
        help_text=_("8 位数字,由管理员当面给您,30 分钟内有效。"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )
    password1 = forms.CharField(
        label=_("新密码"),
        strip=False,
        help_text=RULES,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    password2 = forms.CharField(
        label=_("再输一次新密码"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    found: OneTimeCode

    def clean_password1(self) -> str:
        """What can be said of a password without knowing whose it is."""
        password: str = self.cleaned_data["password1"]
        validate_password(password)
        return password

    def clean(self) -> dict[str, Any]:
        """The code is tried last, so that a slip elsewhere costs no attempt."""
        given = super().clean() or {}
        if not self.errors and given["password1"] != given["password2"]:
            self.add_error("password2", DIFFERENT)
        if not self.errors:
            self._try(given)
        return given

    def _try(self, given: dict[str, Any]) -> None:
        found = codes.checked(account_called(given["login"]), given["code"])
        if found is None:
            raise ValidationError(_("用户名(手机号)或验证码不正确,或验证码已失效。"))
        try:
            validate_password(given["password1"], found.user)
        except ValidationError as fault:
            self.add_error("password1", fault)
        self.found = found
