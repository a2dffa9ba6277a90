"""The keys as a value: read from JSON, written to JSON, never shown."""

import base64
import binascii
import json
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Self

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from fengqiao.lib.faults import StartRefused


class Kind(TextChoices):
    """What a key is for; its ids begin with the letter, so that an id says it."""

    ENCRYPTION = "E", _("加密密钥")
    LOOKUP = "L", _("查找密钥")


SECTIONS = {Kind.ENCRYPTION: "encryption", Kind.LOOKUP: "lookup"}
BYTES = {Kind.ENCRYPTION: 16, Kind.LOOKUP: 32}
KEY_ID = re.compile(r"[EL][1-9][0-9]{0,5}")


class KeysRefused(StartRefused):
    """The keys cannot be used, and so nothing may start."""


@dataclass(frozen=True, slots=True)
class KeySet:
    """The keys of one kind: all that can still be read with, and the one that writes."""

    kind: Kind
    current: str
    secrets: dict[str, bytes] = field(repr=False)

    def __str__(self) -> str:
        return f"{self.current} of {', '.join(self.secrets)}"

    @property
    def secret(self) -> bytes:
        return self.secrets[self.current]

    def with_new(self, key_id: str) -> Self:
        """With a fresh key that writes from now on."""
        made = secrets.token_bytes(BYTES[self.kind])
        return replace(self, current=key_id, secrets={**self.secrets, key_id: made})

    def without(self, key_id: str) -> Self:
        left = {name: secret for name, secret in self.secrets.items() if name != key_id}
        return replace(self, secrets=left)


@dataclass(frozen=True, slots=True)
class Keys:
    encryption: KeySet
    lookup: KeySet

    @classmethod
    def fresh(cls) -> Self:
        """The first keys of a system."""
        return cls(*(KeySet(kind, "", {}).with_new(f"{kind}1") for kind in Kind))

    @classmethod
    def from_json(cls, text: str) -> Self:
        """What `to_json` wrote or an administrator typed; refused without repeating any of it."""
        try:
            found = json.loads(text)
            return cls(*(_key_set(kind, found[SECTIONS[kind]]) for kind in Kind))
        except (ValueError, KeyError, TypeError, AttributeError):
            raise KeysRefused(
                "密钥的内容不符合格式,应有 encryption 和 lookup 两部分,各有 current 和 keys"
                "(格式见 docs/keys.md)"
            ) from None

    def to_json(self) -> str:
        written = {
            SECTIONS[one.kind]: {
                "current": one.current,
                "keys": {name: encoded_key(secret) for name, secret in one.secrets.items()},
            }
            for one in self
        }
        return json.dumps(written, indent=1) + "\n"

    def __iter__(self) -> Iterator[KeySet]:
        return iter((self.encryption, self.lookup))

    def of(self, kind: str) -> KeySet:
        return self.encryption if kind == Kind.ENCRYPTION else self.lookup

    def with_set(self, changed: KeySet) -> Self:
        return replace(self, **{SECTIONS[changed.kind]: changed})


def _key_set(kind: Kind, found: dict[str, Any]) -> KeySet:
    """Raises ValueError and the like where anything is not as it should be."""
    made = {name: base64.b64decode(text, validate=True) for name, text in found["keys"].items()}
    for name, secret in made.items():
        if not KEY_ID.fullmatch(name) or name[0] != kind or len(secret) != BYTES[kind]:
            raise ValueError
    if found["current"] not in made:
        raise ValueError
    return KeySet(kind, found["current"], made)


def encoded_key(secret: bytes) -> str:
    return base64.b64encode(secret).decode("ascii")


def decoded(text: str) -> bytes:
    """base64 for addresses without its padding, as values and codes are written."""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except binascii.Error:
        raise ValueError from None


def encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode("ascii").rstrip("=")
