"""Characters that are not seen and change how the others are read: no name bears one.

Among them the marks that turn the direction of writing (a name can be made to look like another
one), joiners, fillers, tags and control characters. Line breaks and tabs are none of them, nor are
the selectors that choose a variant of a character.
"""

import re

_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u115f\u1160"
    "\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0"
    "\ufff9-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
WORDS = "含有看不见的控制字符({code}),请删去,重新填写"


def refused(text: str) -> str:
    """Why a text is refused, with the first character that is not seen; nothing where it has none."""
    found = _HIDDEN.search(text)
    return WORDS.format(code=_code(found[0])) if found else ""


def shown(text: str) -> str:
    """The text with such characters as their numbers, so that a reader finds them."""
    return _HIDDEN.sub(lambda found: f"[{_code(found[0])}]", text)


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"
