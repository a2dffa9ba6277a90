"""Series of numbers lie open to nobody: a number is seen where it was given."""

from django.db import models

from fengqiao.kernel.accounts.rights import Right, Scope
from fengqiao.kernel.documents.models import Series

RIGHTS: list[Right] = []

SCOPES: dict[type[models.Model], Scope] = {Series: Scope()}
