"""Telephone numbers: one text for all ways to write the same number, and how it is read out."""

import re
import unicodedata

from .faults import InputRefused

COUNTRY = "CN"
LOCAL = re.compile(r"[2-8]\d{6,7}")  # without an area code, as neighbours say it
AREA_CODE = re.compile(r"\+86(10|2\d|[3-9](?!00)\d{2})(\d{7,8})")  # of a line, in E.164
MOBILE = re.compile(r"\+86(1[3-9]\d)(\d{8})")


def e164(text: str, area_code: str = "") -> str:
    """The number with its country, `+8613812345678`; a bare local number gets the area code.

    Raises InputRefused with a sentence for what is no number that can be called.
    """
    import phonenumbers

    plain = re.sub(r"[\s\-‐‑–—·.()]", "", unicodedata.normalize("NFKC", text))
    if area_code and LOCAL.fullmatch(plain):
        plain = area_code + plain
    try:
        number = phonenumbers.parse(plain, COUNTRY)
    except phonenumbers.NumberParseException:
        number = None
    if number is None or number.extension or not phonenumbers.is_valid_number(number):
        raise InputRefused("电话号码应为11位手机号,或带区号的固定电话,如 0523-86881234。")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def spoken(number: str) -> str:
    """An E.164 number as people here write it: 13812345678, 0523-86881234, +85291234567."""
    if MOBILE.fullmatch(number):
        return number.removeprefix("+86")
    if found := AREA_CODE.fullmatch(number):
        return f"0{found[1]}-{found[2]}"
    return number
