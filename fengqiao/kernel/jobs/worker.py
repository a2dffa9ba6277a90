"""The worker: the queue of django-tasks in this thread, the clock and what is done steadily in
others."""

import logging
import threading
import time

from django.core.management import call_command
from django.db import OperationalError

from fengqiao.kernel.jobs.clock import threads

PAUSE = 2.0  # seconds before the queue is looked at again

log = logging.getLogger(__name__)


def run_worker() -> None:
    """Run until SIGTERM or Ctrl-C; a job that runs then is finished first."""
    ended = threading.Event()
    beside = threads(ended)
    for thread in beside:
        thread.start()
    try:
        while not _work():
            time.sleep(PAUSE)
    finally:
        ended.set()
        for thread in beside:
            thread.join()


def _work() -> bool:
    """Whether the worker was told to end; a database that is locked or away does not end it."""
    try:
        call_command("db_worker", interval=0.5, startup_delay=False, verbosity=1)
    except OperationalError:
        log.exception("the worker could not reach the database")
        return False
    return True


def run_until_idle() -> None:
    """Do everything that is queued and due, then return; for the command line and for tests."""
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)
