"""Starts jobs and runs them: progress, heartbeat, refusal, retries with a growing pause."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.db import OperationalError, connection, transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.audit.via import Via, through
from fengqiao.kernel.audit.whose import area_of
from fengqiao.kernel.jobs.leases import lease
from fengqiao.kernel.jobs.models import Job, State
from fengqiao.kernel.jobs.registry import kinds
from fengqiao.kernel.jobs.signals import job_ended
from fengqiao.lib.faults import InputRefused

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

PAUSE = timedelta(seconds=10)  # before the second attempt; doubles with each further one
HEARTBEAT = 10.0  # seconds

log = logging.getLogger(__name__)


class Progress:
    """How far a job is; each call is seen by whoever looks at its page."""

    def __init__(self, job: Job) -> None:
        self.job = job

    def say(self, words: str, step: int = 0, steps: int = 0) -> None:
        """What is being done, and how much of how much; 0 of 0 where that is not known."""
        Job.objects.filter(pk=self.job.pk).update(words=words, step=step, steps=steps)


def start(kind: str, *, by: "User | None", **arguments: Any) -> Job:
    """Queue a piece of work, in one transaction with what the caller writes: a job that is there is
    in the queue too, whatever is killed when.
    """
    title = str(kinds[kind].title)
    with transaction.atomic():
        job = Job.objects.create(kind=kind, title=title, arguments=arguments, by=by)
        _enqueue(job)
    return job


def again(job: Job, *, by: "User | None") -> None:
    """Queue a failed job once more, with all its attempts."""
    with transaction.atomic():
        renewed = Job.objects.filter(pk=job.pk, state=State.FAILED).update(
            state=State.WAITING, attempts=0, message="", ended_at=None
        )
        if not renewed:
            raise InputRefused(_("只有失败的任务才能重试。"))
        record("jobs.retried", by=by, subject=job, area=area_of(by), title=job.title)
        _enqueue(job)


def run(pk: int) -> None:
    """Do one waiting job. Whoever claims it first does it; a second claim finds nothing to do."""
    job = _claim(pk)
    if job is None:
        return
    with lease(pk), _heartbeat(job):
        _do(job)


def _do(job: Job) -> None:
    try:
        with through(Via.JOB):
            result = kinds[job.kind].run(progress=Progress(job), by=job.by, **job.arguments)
    except InputRefused as refusal:
        _end(job, State.REFUSED, message=str(refusal))
    except Exception:
        _try_again(job)
    else:
        _end(job, State.DONE, result=result or "")


@task()
def run_job(pk: int) -> None:
    """The one task that the queue knows."""
    run(pk)


def _enqueue(job: Job, at: datetime | None = None) -> None:
    run_job.using(queue_name=kinds[job.kind].queue, run_after=at).enqueue(job.pk)


def _claim(pk: int) -> Job | None:
    claimed = Job.objects.filter(pk=pk, state=State.WAITING).update(
        state=State.RUNNING, attempts=F("attempts") + 1, heartbeat_at=timezone.now(), due_at=None
    )
    return Job.objects.select_related("by").get(pk=pk) if claimed else None


def _running(job: Job, **still: Any) -> QuerySet[Job]:
    """This very attempt: one that was held for dead may have been taken up by another."""
    return Job.objects.filter(pk=job.pk, state=State.RUNNING, attempts=job.attempts, **still)


def _end(job: Job, state: State, *, message: str = "", result: str = "", **still: Any) -> None:
    with transaction.atomic():
        if _running(job, **still).update(
            state=state, message=message, result=result, ended_at=timezone.now(), heartbeat_at=None
        ):
            job.state, job.message, job.result = state, message, result
            job_ended.send(sender=Job, job=job)


def _try_again(job: Job) -> None:
    """After an error: once more later, or failed after the last attempt; the log has the trace."""
    number = uuid4().hex[:8]
    log.exception("job %s (%s) failed, error number %s", job.pk, job.kind, number)
    try_later(job, _("处理时出错,错误编号 %(number)s。") % {"number": number})


def try_later(job: Job, message: str, **still: Any) -> None:
    """Queue a job again after its pause, or let it stand as failed after its last attempt; unless
    somebody else has ended or taken it meanwhile, or `still` does not hold of it any more.
    """
    if job.attempts >= kinds[job.kind].attempts:
        _end(job, State.FAILED, message=message, **still)
        return
    at = timezone.now() + PAUSE * 2 ** max(job.attempts - 1, 0)
    with transaction.atomic():
        if _running(job, **still).update(
            state=State.WAITING, message=message, due_at=at, heartbeat_at=None
        ):
            _enqueue(job, at)


@contextmanager
def _heartbeat(job: Job) -> Iterator[None]:
    """While the block runs, another thread says every few seconds that this job is alive."""
    ended = threading.Event()
    thread = threading.Thread(target=_beat, args=(job.pk, ended), daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _beat(pk: int, ended: threading.Event) -> None:
    while not ended.wait(HEARTBEAT):
        with suppress(OperationalError):  # SQLite has one writer: the job itself may be writing
            Job.objects.filter(pk=pk).update(heartbeat_at=timezone.now())
    connection.close()
