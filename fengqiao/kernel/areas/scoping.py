"""The only way to rows: every manager derives from `ScopedQuerySet`, every page asks
`visible_to`."""

from typing import Self, TypeVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models

M = TypeVar("M", bound=models.Model)


class ScopedQuerySet(models.QuerySet[M]):
    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> Self:
        """The rows that the user may see: all for an active signed-in user, none for anybody
        else."""
        return self.all() if user.is_authenticated and user.is_active else self.none()
