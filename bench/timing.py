"""Acts timed beside each other."""

import statistics
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
