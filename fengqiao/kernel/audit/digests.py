"""What the chain is made of. Changing anything here breaks every chain that exists.

A payload is hashed with a salt that is forgotten with it; an entry's digest covers what it says
and that hash; a link covers its place, the link before it, the entry and the time of sealing.
"""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from fengqiao.kernel.crypto.digests import plain_sm3

GENESIS = "0" * 64
# What an entry says, in the order in which its digest covers it.
SAID = (
    "at",
    "act",
    "by_id",
    "via",
    "area_id",
    "city",
    "district",
    "subject_kind",
    "subject_id",
    "label",
    "payload_hash",
)


class _Encoder(DjangoJSONEncoder):
    """Of what no act writes, and a hand in an SQLite file may: bytes in place of a text."""

    def default(self, o: Any) -> Any:
        return repr(o) if isinstance(o, bytes) else super().default(o)


def canonical(value: Any) -> str:
    """One text for one value, whatever the database made of the order of its keys."""
    return json.dumps(
        value,
        cls=_Encoder,
        ensure_ascii=False,
        separators=(",", ":"),
        sort_keys=True,
    )


def payload_hash(salt: str, body: str) -> str:
    return _sm3(f"{salt}\n{body}")


def entry_digest(salt: str, said: Sequence[Any]) -> str:
    """`said` are the values of `SAID`."""
    at, *rest = said
    return _sm3(f"{salt}\n{canonical([_moment(at), *rest])}")


def link_hash(
    position: int, previous: str, entry: int, digest: str, sealed_at: datetime | None
) -> str:
    return _sm3(canonical([position, previous, entry, digest, _moment(sealed_at)]))


def _moment(at: datetime | None) -> str:
    """None: something stands there that is no time."""
    return at.astimezone(UTC).isoformat(timespec="microseconds") if at else ""


def _sm3(text: str) -> str:
    return plain_sm3(text.encode()).hex()
