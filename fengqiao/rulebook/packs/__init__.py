"""Standards as dated data: what a pack folder says, read and checked.

What builds a pack is loaded with the first one: it needs the engine of rules, which takes a web
process, and each command that judges nothing, a second and some sixty megabytes.
"""

from pathlib import Path

from fengqiao.rulebook.model import Classification, Edition, Fact, Item, Pack, Targets
from fengqiao.rulebook.packs.reading import ROOT, PackRefused

__all__ = [
    "ROOT",
    "Classification",
    "Edition",
    "Fact",
    "Item",
    "Pack",
    "PackRefused",
    "Targets",
    "installed",
    "installed_folders",
    "load",
]


def load(path_or_id: str | Path, root: Path = ROOT) -> Pack:
    """The pack of this id among those installed, or in this folder (or its `pack.yaml`)."""
    from fengqiao.rulebook.packs import loading

    return loading.load(path_or_id, root)


def installed(root: Path = ROOT) -> list[Pack]:
    """All packs under the root, by id; the first that is faulty is refused."""
    from fengqiao.rulebook.packs import loading

    return loading.installed(root)


def installed_folders(root: Path = ROOT) -> list[Path]:
    """The folders under the root that hold a pack."""
    from fengqiao.rulebook.packs import loading

    return loading.installed_folders(root)
