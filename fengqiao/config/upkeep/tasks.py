"""What the worker does by itself so that the system stays in order."""

from fengqiao.kernel.files.sweeping import sweep
from fengqiao.kernel.jobs.registry import periodic

periodic("files.sweep", hours=24)(sweep)
