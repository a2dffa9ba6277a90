"""What allauth asks us about second factors: where their secrets stand, and what they are called."""

from typing import Any, ClassVar

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from fengqiao.kernel.accounts.models import FactorSecret

INCORRECT = gettext_lazy("验证码不正确,请核对后重新输入。")
NAMES: dict[str, str | Promise] = {
    Authenticator.Type.TOTP: gettext_lazy("手机验证器"),
    Authenticator.Type.WEBAUTHN: gettext_lazy("安全密钥"),
    Authenticator.Type.RECOVERY_CODES: gettext_lazy("恢复码"),
}


class FactorAdapter(DefaultMFAAdapter):
    error_messages: ClassVar = {**DefaultMFAAdapter.error_messages, "incorrect_code": INCORRECT}

    def encrypt(self, text: str) -> str:
        """The number of a row that holds the secret encrypted."""
        return str(FactorSecret.objects.create(text=text).pk)

    def decrypt(self, encrypted_text: str) -> str:
        return str(FactorSecret.objects.get(pk=int(encrypted_text)).text)

    def _get_site_name(self) -> str:
        return gettext("枫桥")

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return f"{NAMES[type]} {count + 1}"


def forget_secret(sender: Any, *, instance: Authenticator, **kwargs: Any) -> None:
    """A factor that is removed takes its secret along."""
    numbers = [instance.data[name] for name in ("secret", "seed") if name in instance.data]
    FactorSecret.objects.filter(pk__in=map(int, numbers)).delete()
