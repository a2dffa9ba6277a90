"""The only way to rows: every manager derives from `ScopedQuerySet`, every page asks
`visible_to`."""

from typing import Self, TypeVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models

M = TypeVar("M", bound=models.Model)


class ScopedQuerySet(models.QuerySet[M]):
    def visible_to(self, user: AbstractBaseUser | AnonymousUser, right: str = "") -> Self:
        """The rows that the user may see; with `right`, those on which he may do what it names.

        The account knows its roles and asks the tables of rights; who has no account sees nothing.
        """
        narrow = getattr(user, "narrow", None)
        return narrow(self, right) if narrow else self.none()
