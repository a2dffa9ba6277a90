"""Which standards are installed, told without loading their rules."""

from functools import cache
from pathlib import Path

import yaml

FOLDER = Path(__file__).resolve().parents[2] / "rulepacks"


@cache
def titles(folder: Path = FOLDER) -> list[tuple[str, str]]:
    """(id, title) of every pack in the folder, by id."""
    packs = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(folder.glob("*/pack.yaml"))]
    return [(pack["id"], pack["title"]) for pack in packs]
