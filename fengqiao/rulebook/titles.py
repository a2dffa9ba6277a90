"""Which standards are installed, told without loading their rules."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from fengqiao.lib.faults import InputRefused
from fengqiao.rulebook.columns import OFFICES

FOLDER = Path(__file__).resolve().parents[2] / "rulepacks"


@cache
def _packs(folder: Path) -> list[dict[str, Any]]:
    return [yaml.safe_load(path.read_text("utf-8")) for path in sorted(folder.glob("*/pack.yaml"))]


def titles(folder: Path = FOLDER) -> list[tuple[str, str]]:
    """(id, title) of every pack in the folder that judges offices, by id."""
    packs = (pack for pack in _packs(folder) if pack["unit"] == OFFICES)
    return [(pack["id"], pack["title"]) for pack in packs]


def refuse_not_in_force(standard: str, day: date, folder: Path = FOLDER) -> None:
    """InputRefused where no edition of the standard is in force on this day."""
    pack = next(pack for pack in _packs(folder) if pack["id"] == standard)
    spans = [(_day(part["from"]), part.get("to")) for part in pack["editions"]]
    if not any(first <= day and (last is None or day < _day(last)) for first, last in spans):
        raise InputRefused(not_in_force(pack["title"], day, min(first for first, _ in spans)))


def not_in_force(title: str, day: date, first: date) -> str:
    """What is said of a day on which no edition holds."""
    return f"{day.isoformat()}没有施行中的《{title}》,最早的版本自{first.isoformat()}起施行"


def _day(found: Any) -> date:
    return found if isinstance(found, date) else date.fromisoformat(found)
