"""Takes away what a work day leaves behind: nothing here is a record, and nothing that a record
still points at goes. How many days each is kept stands in `config/keeping.py`.

What an app above `jobs` leaves it prunes itself: uploads, notices, answers to programs.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any, NamedTuple

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from fengqiao.kernel.accounts.models import OneTimeCode
from fengqiao.kernel.imports.models import Import
from fengqiao.kernel.jobs.models import ENDED, Job
from fengqiao.kernel.jobs.registry import periodic

BATCH = 500  # rows in one transaction: SQLite has one writer


class Pruned(NamedTuple):
    """A name in `settings.KEPT_DAYS`, and what deletes one batch of what ended before a moment;
    it says how many rows there were."""

    name: str
    batch: Callable[[datetime], int]


def sessions(before: datetime) -> int:
    """With what allauth notes of each for the page 账号安全."""
    keys = list(Session.objects.filter(expire_date__lt=before).values_list("pk", flat=True)[:BATCH])
    UserSession.objects.filter(session_key__in=keys).delete()
    return _gone(Session.objects.filter(pk__in=keys))


def codes(before: datetime) -> int:
    """That one was given and used stands in the trail."""
    return _batch(OneTimeCode.objects.filter(ends_at__lt=before))


def results(before: datetime) -> int:
    """The queue's own rows; what became of the work stands on the page of its job."""
    return _batch(DBTaskResult.objects.finished().filter(finished_at__lt=before))


def jobs(before: datetime) -> int:
    """Except those that an import points at."""
    ended = Job.objects.filter(state__in=ENDED, ended_at__lt=before)
    return _batch(ended.exclude(pk__in=Import.objects.exclude(job=None).values("job")))


PRUNED = [
    Pruned("sessions", sessions),
    Pruned("codes", codes),
    Pruned("results", results),
    Pruned("jobs", jobs),
]


def prune(one: Pruned) -> int:
    """All batches, each in a transaction of its own; how many rows went."""
    before = timezone.now() - timedelta(days=settings.KEPT_DAYS[one.name])
    total = 0
    while True:
        with transaction.atomic():
            gone = one.batch(before)
        total += gone
        if not gone:
            return total


def _batch(rows: QuerySet[Any]) -> int:
    keys = list(rows.order_by("pk").values_list("pk", flat=True)[:BATCH])
    return _gone(rows.model._default_manager.filter(pk__in=keys))


def _gone(rows: QuerySet[Any]) -> int:
    return rows.delete()[0]


for _one in PRUNED:
    periodic(f"prune.{_one.name}", hours=24)(partial(prune, _one))
