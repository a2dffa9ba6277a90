"""Pages with rights and trail on, against the same pages with both off, in turns in one process.

Off: every row is visible, every right is held, and nothing is recorded or watched.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from statistics import quantiles
from typing import Any
from unittest.mock import patch

WHO = "suozhang"
WARM = 3
# Python lays calls out in pieces of memory, and a call that falls between two of them takes a new
# piece each time: on and off, which differ by some calls, would be told apart by that alone.
# So each round begins deeper.
STEP, PIECE = 7, 128


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How often each page is asked for."""
    parser.add_argument("--rounds", type=int, default=40, help="每页测多少次")


def run(args: argparse.Namespace) -> dict[str, float]:
    """In the demo city, made anew."""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {
            "FENGQIAO_HOME": home,
            "FENGQIAO_DEMO": "1",
            "DJANGO_SETTINGS_MODULE": "fengqiao.config.settings",
        }
        for words in (
            ["-m", "fengqiao.config.cli", "migrate"],
            ["-m", "fengqiao.config.cli", "demo"],
            ["-m", "bench.rights", str(args.rounds)],
        ):
            done = subprocess.run(
                [sys.executable, *words],
                env=environment,
                check=True,
                capture_output=True,
                text=True,
            )
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def measure(rounds: int) -> dict[str, float]:
    """Milliseconds of each page on and off, the lower quartile of the rounds, and their ratio: what
    else the machine does makes single rounds slower, never faster."""
    on = client()
    with off():
        bare = client()
    found = {}
    for name, url in pages().items():
        times: dict[str, list[float]] = {"on": [], "off": []}
        for turn in range(rounds + WARM):
            depth = turn * STEP % PIECE
            taken = deeper(depth, asked, on, url)
            with off():
                without = deeper(depth, asked, bare, url)
            if turn >= WARM:
                times["on"].append(taken)
                times["off"].append(without)
        with_, without = (quantiles(times[way], n=4)[0] for way in ("on", "off"))
        found[f"{name}_on_ms"] = round(1000 * with_, 2)
        found[f"{name}_off_ms"] = round(1000 * without, 2)
        found[f"{name}_ratio"] = round(with_ / without, 2)
    return found


def client() -> Any:
    """Somebody signed in; the middleware is that of the moment at which it first asks."""
    from django.test import Client

    from fengqiao.kernel.accounts.models import User

    made = Client(headers={"host": "localhost"})
    made.force_login(User.objects.get(username=WHO))
    made.get("/")
    return made


def pages() -> dict[str, str]:
    """A list, an office, a person of that office."""
    from django.urls import reverse

    from fengqiao.kernel.accounts.models import User
    from fengqiao.registers.people.models import Person

    user = User.objects.get(username=WHO)
    office = user.grants.get().area
    person = Person.objects.filter(known__area=office).order_by("pk").first()
    return {
        "list": reverse("organisations:offices"),
        "office": reverse("organisations:office", args=[office.pk]),
        "person": reverse("people:person", args=[person.pk]),
    }


def deeper(calls: int, act: Callable[..., float], *words: Any) -> float:
    """The same act, so many calls further down."""
    return deeper(calls - 1, act, *words) if calls else act(*words)


def asked(who: Any, url: str) -> float:
    start = time.perf_counter()
    answer = who.get(url)
    taken = time.perf_counter() - start
    if answer.status_code != 200:
        raise RuntimeError(f"{url}: {answer.status_code}")
    return taken


@contextmanager
def off() -> Iterator[None]:
    """Rights and trail as if they were not there."""
    from django.conf import settings
    from django.test import override_settings

    from fengqiao.kernel.accounts.models import User
    from fengqiao.kernel.areas.scoping import ScopedQuerySet
    from fengqiao.kernel.audit import recording
    from fengqiao.kernel.audit.models import EntryQuerySet

    names = ("audit.middleware", "GateMiddleware", "SecondFactorMiddleware")
    middleware = [one for one in settings.MIDDLEWARE if not any(name in one for name in names)]

    def everything(rows: Any, user: Any, right: str = "") -> Any:
        return rows

    with ExitStack() as stack:
        stack.enter_context(override_settings(MIDDLEWARE=middleware))
        stack.enter_context(patch.object(ScopedQuerySet, "visible_to", everything))
        stack.enter_context(patch.object(EntryQuerySet, "visible_to", everything))
        stack.enter_context(patch.object(User, "can", lambda user, right, area=None: True))
        stack.enter_context(patch.object(recording, "_write", lambda entry, details: entry))
        yield


if __name__ == "__main__":
    import django

    django.setup()
    print(json.dumps(measure(int(sys.argv[1]))))
