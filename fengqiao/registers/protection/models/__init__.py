"""Lists of destruction and what holds a record back from them; assessments; leaks."""

from fengqiao.registers.protection.models.assessment import Assessment
from fengqiao.registers.protection.models.destruction import Destruction, Item
from fengqiao.registers.protection.models.hold import Hold
from fengqiao.registers.protection.models.leak import Leak

__all__ = ["Assessment", "Destruction", "Hold", "Item", "Leak"]
