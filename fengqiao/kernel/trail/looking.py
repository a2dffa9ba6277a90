"""That somebody read the trail stands in it."""

from typing import Any

from django.db.models import Model

from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.audit.whose import area_of


def record_list(user: User, words: str) -> None:
    """The list, by what it was narrowed; its further pages are the same look."""
    asked: dict[str, Any] = {"asked": words} if words else {}
    record("audit.listed", by=user, area=area_of(user), **asked)


def record_look(user: User, looked_at: Model, newest: Entry | None) -> None:
    """Who looked at a record or worked on it; in the area of its newest entry."""
    area = newest.area if newest else area_of(user)
    label = newest.label if newest else ""
    record("audit.looked", by=user, subject=looked_at, area=area, label=label)


def record_opening(user: User, entry: Entry) -> None:
    """The details of an entry."""
    record("audit.read", by=user, subject=entry, area=entry.area)
