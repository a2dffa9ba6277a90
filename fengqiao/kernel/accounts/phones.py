"""Mobile numbers by which people sign in: one text for all ways to write one."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.crypto import normalise

COUNTRY = "CN"
INVALID = _("应为手机号码,如 138 0000 1234。")


def written(text: str) -> str:
    """The number as E.164, "" for none; ValidationError where it is no mobile number of ours."""
    number = normalise.phone(text)
    if number and not is_mobile(number):
        raise ValidationError(INVALID, code="invalid")
    return number


def is_mobile(number: str) -> bool:
    """Whether an E.164 number belongs to a mobile phone of this country."""
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return False
    known = phonenumbers.is_valid_number_for_region(parsed, COUNTRY)
    return known and phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.MOBILE
