"""The entries for which a filter asks, so that an index gives the newest at once."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from fengqiao.kernel.audit.models import EntryQuerySet


def narrowed(rows: EntryQuerySet, asked: dict[str, Any]) -> EntryQuerySet:
    """`asked` is what `TrailForm` cleaned."""
    if asked.get("since"):
        rows = rows.filter(at__gte=_begin(asked["since"]))
    if asked.get("until"):
        rows = rows.filter(at__lt=_begin(asked["until"] + timedelta(days=1)))
    if asked.get("who"):
        rows = rows.filter(_by(asked["who"]))
    if asked.get("act"):
        rows = rows.filter(act=asked["act"])
    if asked.get("kind"):
        rows = rows.of_kind(asked["kind"])
    if asked.get("record"):
        rows = rows.about(asked["record"])
    return rows.select_related("by")


def _begin(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def _by(accounts: list[int]) -> Q:
    return Q(by=accounts[0]) if len(accounts) == 1 else Q(by__in=accounts)
