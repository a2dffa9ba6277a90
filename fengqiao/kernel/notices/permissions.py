"""Everybody reads his own notices and nobody else's."""

from django.db import models

from fengqiao.kernel.accounts.rights import Right, Scope
from fengqiao.kernel.notices.models import Notice

RIGHTS: list[Right] = []

SCOPES: dict[type[models.Model], Scope] = {Notice: Scope(owner="user")}
