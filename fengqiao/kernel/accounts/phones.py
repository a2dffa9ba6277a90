"""Mobile numbers by which people sign in."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from fengqiao.lib.faults import InputRefused
from fengqiao.lib.phones import MOBILE, e164

INVALID = _("应为手机号码,如 138 0000 1234。")


def written(text: str) -> str:
    """The number as E.164, "" for none; ValidationError where it is no mobile number of ours."""
    if not text.strip():
        return ""
    try:
        number = e164(text)
    except InputRefused:
        number = ""
    if not is_mobile(number):
        raise ValidationError(INVALID, code="invalid")
    return number


def is_mobile(number: str) -> bool:
    """Whether an E.164 number belongs to a mobile phone of this country."""
    return MOBILE.fullmatch(number) is not None
