"""What a backup says of itself, so that it can be told whole from damaged; written last."""

import json
import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

from fengqiao.config.home import ROOT
from fengqiao.kernel.crypto.digests import plain_sm3

NAME = "manifest.json"
FORMAT = 1


class Broken(Exception):
    """The manifest is not what a backup wrote."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a database holds: rows by table, the head of the trail (position, link), the keys (id, salt,
    check value, whether a value stands under it), and the editions that judgements name."""

    migrations: list[list[str]]
    counts: dict[str, int]
    head: list[Any]
    keys: list[list[Any]]
    editions: list[list[str]]


@dataclass(frozen=True, slots=True)
class Manifest:
    """`files`: path in the backup -> size in bytes and SM3. `missing` were named by rows and not there
    when the backup was made."""

    made_at: str
    version: str
    vendor: str
    server: str
    seen: Seen
    files: dict[str, list[Any]]
    missing: list[str]
    format: int = FORMAT

    def write(self, folder: Path) -> None:
        body = asdict(self)
        text = json.dumps({"manifest": body, "sm3": _digest(body)}, ensure_ascii=False, indent=1)
        (folder / NAME).touch(0o600)
        (folder / NAME).write_text(text + "\n", "utf-8")

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Raises `Broken`; FileNotFoundError where there is none."""
        try:
            found = json.loads((folder / NAME).read_text("utf-8"))
            body = found["manifest"]
            if _digest(body) != found["sm3"]:
                raise Broken
            return cls(**{**body, "seen": Seen(**body["seen"])})
        except (ValueError, KeyError, TypeError):
            raise Broken from None

    @property
    def rows(self) -> int:
        return sum(self.seen.counts.values())


def _digest(body: dict[str, Any]) -> str:
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return plain_sm3(text.encode()).hex()


def version() -> str:
    """Of this program."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])
