"""allauth's forms of the second factor, in our words; no code of the app is taken twice."""

from typing import Any

from allauth.mfa import app_settings
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.accounts.factor_adapter import INCORRECT


class CodeOnce:
    """A code that was seen over a shoulder is worth nothing: each is taken once while it holds.

    allauth remembers it for one period, but with a tolerance it holds for several.
    """

    fields: Any
    cleaned_data: dict[str, Any]
    authenticator: Authenticator
    user: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _numeric(self.fields["code"])

    def clean_code(self) -> str:
        code: str = super().clean_code()  # type: ignore[misc]
        if self.authenticator.type == Authenticator.Type.TOTP:
            periods = 2 * app_settings.TOTP_TOLERANCE + 1
            key = f"totp-taken:{self.user.pk}:{''.join(filter(str.isdigit, code))}"
            if not cache.add(key, 1, timeout=periods * app_settings.TOTP_PERIOD):
                raise ValidationError(INCORRECT, code="incorrect_code")
        return code


class FactorForm(CodeOnce, AuthenticateForm):
    """The second step of a sign-in."""


class FactorAgainForm(CodeOnce, ReauthenticateForm):
    """Before something grave."""


class AppForm(ActivateTOTPForm):
    """Sets up the app on a phone."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _numeric(self.fields["code"])
        self.fields["code"].label = _("应用上显示的 6 位数字")


class KeyForm(AddWebAuthnForm):
    """Sets up a security key."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("名称")
        self.fields["name"].help_text = _("自己认得出就行,如“蓝色 U 盾”。")
        self.fields["name"].max_length = 60


def _numeric(field: Any) -> None:
    field.label = _("验证码")
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs.update(inputmode="numeric", autofocus=True)
