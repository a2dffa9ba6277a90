"""What the worker does by itself so that the system stays in order."""

from fengqiao.config.upkeep import pruning  # noqa: F401 - what it prunes is periodic
from fengqiao.config.upkeep.figures import ALIVE
from fengqiao.kernel.files.sweeping import sweep
from fengqiao.kernel.jobs.registry import periodic

periodic("files.sweep", hours=24)(sweep)


@periodic(ALIVE, minutes=1)
def keep_the_clock() -> None:
    """Nothing: that it was started is what `/health/worker/` asks for."""
