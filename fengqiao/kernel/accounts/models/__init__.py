"""Accounts and what they may do; what belongs to signing in stands in a module of its own."""

from fengqiao.kernel.accounts.models.account import Grant, GrantQuerySet, User, UserManager
from fengqiao.kernel.accounts.models.security import (
    ATTEMPTS,
    Device,
    FactorSecret,
    OneTimeCode,
)

__all__ = [
    "ATTEMPTS",
    "Device",
    "FactorSecret",
    "Grant",
    "GrantQuerySet",
    "OneTimeCode",
    "User",
    "UserManager",
]
