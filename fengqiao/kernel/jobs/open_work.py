"""Background work that is not done is work of who started it, where somebody else may do it as well."""

from datetime import timedelta
from functools import partial
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.accounts.open_work import Kind
from fengqiao.kernel.jobs.models import Job, State

MISSED = timedelta(days=30)  # what failed and nobody tried again since is not waited for


def of_jobs(name: str, title: str | Promise, right: str) -> Kind:
    """Jobs of a kind, for those who may start such."""
    return Kind(
        name=f"jobs.{name}",
        title=title,
        rows=partial(_rows, name),
        owner="by",
        right=right,
        told=_told,
        hand_over=_hand_over,
    )


def _rows(name: str) -> QuerySet[Job]:
    since = timezone.now() - MISSED
    undone = Q(state__in=[State.WAITING, State.RUNNING]) | Q(state=State.FAILED, ended_at__gt=since)
    found: QuerySet[Job] = Job.objects.filter(undone, kind=name)
    return found


def _told(job: Job) -> str:
    return _("任务“%(title)s”,%(state)s") % {
        "title": job.title,
        "state": job.get_state_display(),
    }


def _hand_over(row: Any, *, to: User, by: User) -> None:
    """What it is allowed is looked at when it runs, by the rights of who owns it then."""
    Job.objects.filter(pk=row.pk).update(by=to)
