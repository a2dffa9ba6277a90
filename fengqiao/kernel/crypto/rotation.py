"""Bringing in a new key, and everything under it; may be killed at any point and done again.

The new key is noted, then written to the file, then used: no value ever stands under a key that
is not kept.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from fengqiao.kernel.crypto import columns, keyfile
from fengqiao.kernel.crypto.keys import KeySet, KeysRefused, Kind
from fengqiao.kernel.crypto.models import KeyCheck
from fengqiao.kernel.crypto.renewal import Renewal
from fengqiao.kernel.crypto.ring import ring
from fengqiao.kernel.crypto.starting import note

PASSES = 3  # what a writer brought under the old key meanwhile is found by the next pass
SETTLING = 1.0  # seconds: a look-up that was under way when its key came has ended by then

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The key that was brought in, if any; rows written; rows that cannot be read; values left."""

    added: str
    written: int
    unreadable: list[str]
    left: int


def rotate(kind: Kind, *, resume: bool, tell: Tell = print) -> Outcome:
    """Bring in a new key, unless the last one is not everywhere yet; then everything under it."""
    with keyfile.changing():
        added = "" if resume or under_old_keys(kind) else add_key(kind)
        time.sleep(SETTLING)
        written = 0
        for _pass in range(PASSES):
            renewal = Renewal(tell)
            renewal.run()
            written += renewal.written
            left = sum(map(under_old_keys, Kind))
            if not renewal.written or not left:
                break
    return Outcome(added, written, renewal.unreadable, left)


def under_old_keys(kind: Kind) -> int:
    """How many values do not stand under the current key."""
    keys = ring.now().of(kind)
    return sum(columns.uses(key_id) for key_id in keys.secrets if key_id != keys.current)


def add_key(kind: Kind) -> str:
    """A new current key, of an id that none ever had; known to the database before it is used."""
    if keyfile.from_environment():
        raise KeysRefused(
            "密钥由环境变量给出,程序不能改写:请按 docs/keys.md 加入新密钥并重新启动,"
            "再运行 keys rotate --resume"
        )
    keys = ring.now()
    renewed = keys.of(kind).with_new(f"{kind}{_last_number(keys.of(kind)) + 1}")
    note(renewed.current, renewed.secret)
    keyfile.write(keys.with_set(renewed))
    return renewed.current


def _last_number(keys: KeySet) -> int:
    ever = KeyCheck.objects.filter(key_id__startswith=keys.kind).values_list("key_id", flat=True)
    return max(int(key_id[1:]) for key_id in {*keys.secrets, *ever})
