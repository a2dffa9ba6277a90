"""Which kinds of work there are, and what runs by the clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils.functional import Promise
from django_tasks import DEFAULT_TASK_QUEUE_NAME

from fengqiao.kernel.accounts import open_work
from fengqiao.kernel.jobs.open_work import of_jobs

Run = Callable[..., str | None]

# The queue of work that takes long and that nobody's next step waits for; see docs/adr/0039.
SLOW = "slow"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of work: `run(progress=…, by=…, **arguments)` may return the address of its result."""

    name: str
    title: str | Promise
    run: Run
    attempts: int
    ready: str | Promise = ""  # what who started it is told once it is done
    queue: str = DEFAULT_TASK_QUEUE_NAME


@dataclass(frozen=True, slots=True)
class Periodic:
    """A function without arguments that is due every so often."""

    name: str
    every: timedelta
    run: Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Steady:
    """A function without arguments that each worker calls again and again, `pause` seconds apart,
    in a thread of its own: it is short, asks little where there is nothing to do, and lets
    another process come first."""

    name: str
    pause: float
    run: Callable[[], Any]


kinds: dict[str, Kind] = {}
periodics: dict[str, Periodic] = {}
steadies: dict[str, Steady] = {}


def job(
    name: str,
    title: str | Promise,
    *,
    attempts: int = 3,
    ready: str | Promise = "",
    right: str = "",
    queue: str = DEFAULT_TASK_QUEUE_NAME,
) -> Callable[[Run], Run]:
    """Register a function as a kind of work that is tried so many times; `ready` is the sentence
    for who started it once it is done; with `right` it goes over to a colleague who holds that;
    work in the queue SLOW holds up no other."""

    def register(run: Run) -> Run:
        if right:
            open_work.register(of_jobs(name, title, right))
        kinds[name] = Kind(name, title, run, attempts, ready, queue)
        return run

    return register


def periodic(name: str, **every: float) -> Callable[[Callable[[], Any]], Callable[[], Any]]:
    """Register a function to be run every `timedelta(**every)`."""

    def register(run: Callable[[], Any]) -> Callable[[], Any]:
        periodics[name] = Periodic(name, timedelta(**every), run)
        return run

    return register


def steadily(name: str, *, pause: float) -> Callable[[Callable[[], Any]], Callable[[], Any]]:
    """Register a function to be called by every worker, `pause` seconds after its last end."""

    def register(run: Callable[[], Any]) -> Callable[[], Any]:
        steadies[name] = Steady(name, pause, run)
        return run

    return register
