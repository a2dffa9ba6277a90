"""Accounts and what they may do; what each signs in with stands in a module of its own."""

from fengqiao.kernel.accounts.models.account import Grant, GrantQuerySet, User, UserManager

__all__ = ["Grant", "GrantQuerySet", "User", "UserManager"]
