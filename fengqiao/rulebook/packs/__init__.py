"""Standards as dated data: what a pack folder says, read and checked."""

from fengqiao.rulebook.model import Classification, Edition, Fact, Item, Pack, Targets
from fengqiao.rulebook.packs.loading import PackRefused, installed, load

__all__ = [
    "Classification",
    "Edition",
    "Fact",
    "Item",
    "Pack",
    "PackRefused",
    "Targets",
    "installed",
    "load",
]
