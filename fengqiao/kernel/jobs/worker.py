"""The worker: the queue of django-tasks in this thread; in others the queue of slow work, the clock
and what is done steadily."""

import logging
import threading
import time

from django.core.management import call_command
from django.db import OperationalError, connection
from django.utils.crypto import get_random_string
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS
from django_tasks_db.management.commands.db_worker import Worker

from fengqiao.kernel.jobs.clock import threads
from fengqiao.kernel.jobs.registry import SLOW

PAUSE = 2.0  # seconds before the queue is looked at again after an error
LOOK = 0.5  # seconds between looks at an empty queue

log = logging.getLogger(__name__)


def run_worker() -> None:
    """Run until SIGTERM or Ctrl-C; jobs that run then are finished first."""
    ended, slow = threading.Event(), slow_queue()
    lane = threading.Thread(name=SLOW, target=keep_serving, args=(slow, ended), daemon=True)
    beside = [lane, *threads(ended)]
    for thread in beside:
        thread.start()
    try:
        while not _work():
            time.sleep(PAUSE)
    finally:
        slow.running = False
        ended.set()
        for thread in beside:
            thread.join()


def _work() -> bool:
    """Whether the worker was told to end; a database that is locked or away does not end it."""
    try:
        call_command("db_worker", interval=LOOK, startup_delay=False, verbosity=1)
    except OperationalError:
        log.exception("the worker could not reach the database")
        return False
    return True


def slow_queue() -> Worker:
    """What the command db_worker makes of its arguments, without its signals, which only the main
    thread may take."""
    return Worker(
        queue_names=[SLOW],
        excluded_queue_names=[],
        interval=LOOK,
        batch=False,
        backend_name=DEFAULT_TASK_BACKEND_ALIAS,
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
    )


def keep_serving(queue: Worker, ended: threading.Event) -> None:
    """Serve a queue until both say so: `queue.running` ends its loop, `ended` that of errors."""
    while not ended.is_set():
        try:
            queue.run()
        except OperationalError:
            log.exception("the queue %s could not reach the database", queue.queue_names)
            ended.wait(PAUSE)
    connection.close()


def run_until_idle() -> None:
    """Do everything that is queued and due, then return; for the command line and for tests."""
    call_command(
        "db_worker", queue_name="*", batch=True, interval=0, startup_delay=False, verbosity=0
    )
