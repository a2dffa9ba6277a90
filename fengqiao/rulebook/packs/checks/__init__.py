"""Checks the sense of a pack whose form is right: what a schema cannot see.

Facts come first; items are looked at once the facts are sound, so that one slip is not told ten
times.
"""

from fengqiao.lib.faults import Fault
from fengqiao.rulebook.packs.checks.editions import edition_days_faults
from fengqiao.rulebook.packs.checks.facts import fact_faults
from fengqiao.rulebook.packs.checks.items import item_faults
from fengqiao.rulebook.packs.checks.scoring import scoring_faults
from fengqiao.rulebook.packs.checks.wholes import whole_faults
from fengqiao.rulebook.packs.yamlfile import Document

__all__ = ["edition_faults", "pack_faults"]


def pack_faults(head: Document) -> list[Fault]:
    """What is wrong with `pack.yaml` as a whole."""
    return list(edition_days_faults(head))


def edition_faults(document: Document) -> list[Fault]:
    """What is wrong with the file of an edition, in the order of its lines."""
    faults = list(fact_faults(document))
    if not faults:
        faults = [*item_faults(document), *whole_faults(document), *scoring_faults(document)]
    return sorted(faults)
