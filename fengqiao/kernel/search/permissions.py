"""Everybody may open the page; what it finds is the matter of each kind's own right and scope."""

from django.db import models

from fengqiao.kernel.accounts.rights import Right, Scope

RIGHTS: list[Right] = []

SCOPES: dict[type[models.Model], Scope] = {}
