"""What happens by itself: periodic work that is due, jobs whose worker died, and what is done
steadily."""

import logging
import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import close_old_connections, connection
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.jobs.leases import is_held
from fengqiao.kernel.jobs.models import Job, Schedule, State
from fengqiao.kernel.jobs.registry import Periodic, periodics, steadies
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
    dead = [job for job in silent if not is_held(job.pk)]
    for job in dead:
        log.warning("job %s (%s) has lost its worker", job.pk, job.kind)
        try_later(job, _("处理中断。"), heartbeat_at=job.heartbeat_at)
    return len(dead)


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


def threads(ended: threading.Event) -> list[threading.Thread]:
    """The clock, and one thread for each thing that is done steadily; all run until told to end."""
    every = [("clock", tick, TICK), *((one.name, one.run, one.pause) for one in steadies.values())]
    return [
        threading.Thread(name=name, target=_keep_doing, args=(name, run, pause, ended), daemon=True)
        for name, run, pause in every
    ]


def _keep_doing(name: str, run: Callable[[], Any], pause: float, ended: threading.Event) -> None:
    """A database that is away for a while is waited for, and no error ends it for good."""
    while not ended.wait(pause):
        close_old_connections()
        try:
            run()
        except Exception:
            log.exception("%s failed", name)
    connection.close()
