"""Whose background work is asked for."""

from django.utils import timezone

from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.jobs.models import Job, State
from fengqiao.kernel.jobs.registry import kinds
from tests.manners.matrix.asked import of_person


def failed(user: User) -> dict[str, int]:
    """Work that he started and that failed."""
    job = Job.objects.create(
        kind=next(iter(kinds)), title="任务", state=State.FAILED, by=user, ended_at=timezone.now()
    )
    return {"pk": job.pk}


RECORDS = dict.fromkeys(("jobs:job", "jobs:progress", "jobs:again"), of_person(failed))
