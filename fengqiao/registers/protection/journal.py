"""The list of what was destroyed, kept outside the database: a restored backup still holds what was
destroyed after it was made, and this list says what to destroy again. It names nobody.

A line of JSON a record, each once, in `erasures.jsonl` in the home, which a restore leaves where it
is; every backup takes a copy. What the database knows and the file does not is added daily.
"""

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Self

from django.conf import settings

from fengqiao.kernel.jobs.registry import periodic
from fengqiao.lib.atomic import replacing
from fengqiao.registers.protection.enums import Outcome
from fengqiao.registers.protection.models import Item

NAME = "erasures.jsonl"


class Erased(NamedTuple):
    """A record of an office; `made_at` (ISO 8601) is its stamp."""

    kind: str
    subject: int
    area: int
    made_at: str
    on: str

    @classmethod
    def of(cls, item: Item) -> Self:
        listed = item.destruction
        day = listed.destroyed_on.isoformat() if listed.destroyed_on else ""
        return cls(listed.kind, item.subject_id, listed.area_id, item.made_at.isoformat(), day)

    @property
    def stamp(self) -> datetime:
        return datetime.fromisoformat(self.made_at)


def place() -> Path:
    return Path(settings.HOME) / NAME


@periodic("protection.journal", hours=24)
def keep_outside() -> None:
    """Add what is missing; the file is replaced whole."""
    listed = read([place()])
    items = Item.objects.filter(outcome=Outcome.DESTROYED).select_related("destruction")
    known = {one[:4] for one in listed}
    new = [one for one in map(Erased.of, items.iterator()) if one[:4] not in known]
    if new:
        write(place(), [*listed, *new])


def write(path: Path, listed: Iterable[Erased]) -> None:
    lines = [json.dumps(one._asdict(), ensure_ascii=False) for one in listed]
    with replacing(path) as draft:
        draft.touch(0o600)
        draft.write_text("\n".join(lines) + "\n", "utf-8")


def read(paths: Iterable[Path]) -> list[Erased]:
    """All lines of all files that are there, each record once; ValueError for one that is damaged."""
    found: dict[tuple[object, ...], Erased] = {}
    for path in paths:
        if path.is_file():
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                one = _line(path, number, line)
                found.setdefault(one[:4], one)
    return list(found.values())


def _line(path: Path, number: int, line: str) -> Erased:
    try:
        return Erased(**json.loads(line))
    except (ValueError, TypeError):
        raise ValueError(f"{path} 第{number}行读不通") from None
