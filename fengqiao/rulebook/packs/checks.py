"""Checks the sense of a pack whose form is right."""

from fengqiao.lib.faults import Fault
from fengqiao.rulebook.packs.yamlfile import Document


def pack_faults(head: Document) -> list[Fault]:
    return []


def edition_faults(document: Document) -> list[Fault]:
    return []
