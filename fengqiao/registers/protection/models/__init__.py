"""Lists of destruction and what holds a record back from them."""

from fengqiao.registers.protection.models.destruction import Destruction, Item
from fengqiao.registers.protection.models.hold import Hold

__all__ = ["Destruction", "Hold", "Item"]
