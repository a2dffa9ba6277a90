"""Nobody reaches a file by itself: the record to which it belongs says who may see it."""

from django.db import models

from fengqiao.kernel.accounts.rights import Right, Scope
from fengqiao.kernel.files.models import StoredFile

RIGHTS: list[Right] = []
SCOPES: dict[type[models.Model], Scope] = {StoredFile: Scope()}
