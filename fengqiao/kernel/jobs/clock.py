"""What happens by itself: periodic work that is due, and jobs whose worker died."""

import logging
import threading
from datetime import timedelta

from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.jobs.models import Job, Schedule, State
from fengqiao.kernel.jobs.registry import Periodic, periodics
from fengqiao.kernel.jobs.running import try_later

SILENT = timedelta(minutes=2)  # without a heartbeat, a job's worker is held to be dead
TICK = 5.0  # seconds

log = logging.getLogger(__name__)


def tick() -> None:
    """Start what is due, once in all processes, and queue again what a dead worker left."""
    for one in periodics.values():
        if _take(one):
            _run(one)
    rescue()


def rescue() -> int:
    """Queue the jobs again that run without a sign of life, or let them stand as failed where they
    have killed each worker; how many there were.
    """
    silent = Job.objects.filter(state=State.RUNNING, heartbeat_at__lt=timezone.now() - SILENT)
    for job in silent:
        log.warning("job %s (%s) has lost its worker", job.pk, job.kind)
        try_later(job, _("处理中断。"))
    return len(silent)


def _take(one: Periodic) -> bool:
    """Whether it is due and this process is the one that moves its time on."""
    now = timezone.now()
    _row, created = Schedule.objects.get_or_create(
        name=one.name, defaults={"due_at": now + one.every, "started_at": now}
    )
    due = Schedule.objects.filter(name=one.name, due_at__lte=now)
    return created or bool(due.update(due_at=now + one.every, started_at=now))


def _run(one: Periodic) -> None:
    try:
        one.run()
    except Exception:
        log.exception("periodic %s failed", one.name)


def keep_ticking(ended: threading.Event) -> None:
    """Tick until told to end; a database that is away for a while is waited for."""
    while not ended.wait(TICK):
        close_old_connections()
        try:
            tick()
        except DatabaseError:
            log.exception("the clock could not reach the database")
    connection.close()
