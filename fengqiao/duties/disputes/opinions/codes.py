"""Codes as they stand on a slip: ten signs of an alphabet without look-alikes, like K7QF2-M9XTP."""

import secrets
import unicodedata
from calendar import monthrange
from datetime import date

from django.conf import settings
from django.urls import reverse

from fengqiao.kernel.crypto import lookups

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
SIGNS, HALF = 10, 5  # 30 to the power of 10: whoever tries finds none
MONTHS = 2  # after that of the handing out; only its end is kept, so that no day tells of an act
DOMAIN = "disputes.opinion_code"


def new_code() -> str:
    signs = "".join(secrets.choice(ALPHABET) for _sign in range(SIGNS))
    return f"{signs[:HALF]}-{signs[HALF:]}"


def signs_of(typed: str) -> str:
    """However it was typed: in wide or small letters, with blanks; empty where it can be no code."""
    plain = unicodedata.normalize("NFKC", typed).upper()
    signs = "".join(one for one in plain if one.isalnum())
    return signs if len(signs) == SIGNS and set(signs) <= set(ALPHABET) else ""


def digest(code: str) -> str:
    """What is kept of it."""
    return lookups.code(DOMAIN, signs_of(code))


def digests(typed: str) -> list[str]:
    """What it may have been kept as: one under each key. None where it can be no code."""
    signs = signs_of(typed)
    return lookups.codes(DOMAIN, signs) if signs else []


def last_day(today: date) -> date:
    """Until when a code of today is taken: the end of a month."""
    months = today.year * 12 + today.month - 1 + MONTHS
    year, month = divmod(months, 12)
    return date(year, month + 1, monthrange(year, month + 1)[1])


def page_address() -> str:
    """Where a code is typed."""
    return f"{settings.PUBLIC_ADDRESS}{reverse('disputes:opinion')}"


def address_of(code: str) -> str:
    """What the picture on a slip opens. Behind `#` no server and no log of one sees the code."""
    return f"{page_address()}#{code}"
