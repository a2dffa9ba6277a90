"""A value in a column: `sm4:E1:…`, what follows being nonce, ciphertext and tag.

Encrypted for its place, the names of table and column: moved elsewhere it cannot be read.
"""

import re

from fengqiao.kernel.crypto import sm4
from fengqiao.kernel.crypto.keys import decoded, encoded
from fengqiao.kernel.crypto.ring import ring

PREFIX = "sm4:"
_VALUE = re.compile(r"sm4:(E[1-9][0-9]*):([\w-]+)", re.ASCII)


class Unreadable(Exception):
    """A value cannot be read: its key is missing, or it was changed or moved."""


def seal(text: str, place: str) -> str:
    """The text, encrypted under the current key."""
    keys = ring.now().encryption
    sealed = sm4.encrypt(keys.secret, text.encode("utf-8"), place.encode("utf-8"))
    return f"{start(keys.current)}{encoded(sealed)}"


def unseal(value: str, place: str) -> str:
    """The text, or `Unreadable` without a word of either."""
    found = _VALUE.fullmatch(value)
    if found is None:
        raise Unreadable(f"{place} 中有一个值不是密文")
    secret = ring.to_read(found[1])
    if secret is None:
        raise Unreadable(f"{place} 中有一个值要用密钥 {found[1]} 来读,现有密钥中没有")
    try:
        return sm4.decrypt(secret, decoded(found[2]), place.encode("utf-8")).decode("utf-8")
    except (sm4.Tampered, ValueError):
        raise Unreadable(f"{place} 中有一个密文被改动过,或不属于这一栏") from None


def is_sealed(value: object) -> bool:
    return isinstance(value, str) and _VALUE.fullmatch(value) is not None


def start(key_id: str) -> str:
    """What every value under the key begins with."""
    return f"{PREFIX}{key_id}:"
