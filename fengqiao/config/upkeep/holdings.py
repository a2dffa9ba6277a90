"""What a system consists of beside its program: a database, and folders of files that its rows name.

Not among them: `reports` are written anew when asked for, `logs` and `static` are of the machine,
keys and the secret key are kept apart.
"""

from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from fengqiao.config.home import ROOT

WRITTEN_ANEW = "reports"
PACKS = "rulepacks"


class Holding(NamedTuple):
    """A folder in the home, and the column that names its files, each by its path in the folder."""

    folder: str
    table: str
    column: str


HOLDINGS = [
    Holding("files", "files_storedfile", "file"),
    Holding("judgements", "standards_judgement", "file"),
    Holding("uploads", "imports_import", "file"),
]
FOLDERS = [one.folder for one in HOLDINGS]


def place(folder: str) -> Path:
    """Where a folder lies in this system."""
    return ROOT / PACKS if folder == PACKS else Path(settings.HOME) / folder


def files_in(folder: Path) -> list[Path]:
    """The files of a folder, without drafts that somebody is writing; of the packs only what is data."""
    return sorted(
        path
        for path in folder.rglob("*.yaml" if folder == place(PACKS) else "*")
        if path.is_file()
        and not path.is_symlink()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def is_filled() -> bool:
    """Whether any of the folders holds a file."""
    return any(files_in(place(folder)) for folder in FOLDERS)
