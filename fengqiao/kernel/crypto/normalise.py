"""One text for all ways to write the same value, so that it is found however it was typed."""

import re
import unicodedata

_BETWEEN = re.compile(r"[\s\-‐‑–—·]+")
_MOBILE = re.compile(r"1\d{10}")
SHOWN = 4


def plain(text: str) -> str:
    """Half-width, capital, without spaces and hyphens."""
    return _BETWEEN.sub("", unicodedata.normalize("NFKC", text)).upper()


def phone(text: str) -> str:
    """E.164: +86 before what has no country, the leading 0 of an area code gone."""
    digits = re.sub(r"[().]", "", plain(text))
    if digits.startswith("00"):
        return f"+{digits[2:]}"
    if digits.startswith("+"):
        return digits
    if digits.startswith("86") and _MOBILE.fullmatch(digits[2:]):
        return f"+{digits}"
    return f"+86{digits.removeprefix('0')}" if digits else ""


def last_four(text: str) -> str:
    """The last four signs, by which people ask for an ID or a phone number."""
    return plain(text)[-SHOWN:]
