"""Nothing: to have read what one was told is nobody's act on a record."""

from fengqiao.kernel.audit.registry import Act

ACTS: list[Act] = []

WHY = "a mark in one's own inbox changes no record"
UNTRAILED = {"notices:read_all": WHY, "notices:open": WHY}
