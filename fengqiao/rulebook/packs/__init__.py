"""Standards as dated data: what a pack folder says, read and checked."""

from fengqiao.rulebook.model import Classification, Edition, Fact, Item, Pack, Targets
from fengqiao.rulebook.packs.loading import ROOT, PackRefused, installed, installed_folders, load

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
