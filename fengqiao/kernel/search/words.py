"""What was typed, as words; and how it stands in an address.

It may be a whole ID number, so an address carries it encrypted, readable by who typed it alone.
"""

import unicodedata
from typing import TYPE_CHECKING

from fengqiao.kernel.crypto.values import Unreadable, seal, unseal

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

LONGEST = 60
MOST_WORDS = 4


def words_of(text: str) -> list[str]:
    """Half-width and in capitals, each once."""
    plain = unicodedata.normalize("NFKC", text[:LONGEST]).upper()
    return list(dict.fromkeys(plain.split()))[:MOST_WORDS]


def too_short(words: list[str]) -> list[str]:
    """Single signs other than figures: they fit half of everything, and no token is kept of them."""
    return [word for word in words if len(word) == 1 and not word.isdecimal()]


def sealed(text: str, user: "User") -> str:
    """For an address."""
    return seal(text, _place(user)) if text else ""


def opened(token: str, user: "User") -> str:
    """What an address says; nothing where it is another person's, or of an old key."""
    try:
        return unseal(token, _place(user)) if token else ""
    except Unreadable:
        return ""


def _place(user: "User") -> str:
    return f"search.{user.pk}"
