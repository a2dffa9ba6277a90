"""The worker: the queue of django-tasks in this thread, the clock in another."""

import threading

from django.core.management import call_command

from fengqiao.kernel.jobs.clock import keep_ticking


def run_worker() -> None:
    """Run until SIGTERM or Ctrl-C; a job that runs then is finished first."""
    ended = threading.Event()
    clock = threading.Thread(target=keep_ticking, args=(ended,), daemon=True)
    clock.start()
    try:
        call_command("db_worker", interval=0.5, startup_delay=False, verbosity=1)
    finally:
        ended.set()
        clock.join()


def run_until_idle() -> None:
    """Do everything that is queued and due, then return; for the command line and for tests."""
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)
