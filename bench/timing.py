"""Acts timed beside each other."""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

REPEATS, WARM_UP = 15, 3


def medians(acts: dict[str, Callable[[], Any]], repeats: int = REPEATS) -> dict[str, float]:
    """The acts in turn, so that what else the machine does falls on all of them alike."""
    times: dict[str, list[float]] = {name: [] for name in acts}
    for at in range(WARM_UP + repeats):
        for name, act in acts.items():
            begun = time.perf_counter()
            act()
            if at >= WARM_UP:
                times[name].append(time.perf_counter() - begun)
    return {name: round(statistics.median(taken), 6) for name, taken in times.items()}


def serve(acts: dict[str, Callable[[], Any]]) -> None:
    """In a process of its own: does the act that a line of stdin names, says how long it took."""
    print(json.dumps(sorted(acts)), flush=True)
    for line in sys.stdin:
        act = acts[line.strip()]
        begun = time.perf_counter()
        act()
        print(time.perf_counter() - begun, flush=True)


class Served:
    """Such a process, from outside: its acts can take turns with those of another."""

    def __init__(self, command: list[str], env: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.names: list[str] = json.loads(self._line())

    def _line(self) -> str:
        assert self.process.stdout  # noqa: S101
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.process.args!r} ended")
        return line

    def ask(self, name: str) -> float:
        """Seconds, as the process itself took them."""
        assert self.process.stdin  # noqa: S101
        self.process.stdin.write(f"{name}\n")
        self.process.stdin.flush()
        return float(self._line())

    def close(self) -> None:
        assert self.process.stdin  # noqa: S101
        self.process.stdin.close()
        self.process.wait()
