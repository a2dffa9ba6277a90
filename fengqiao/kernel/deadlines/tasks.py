"""What runs by itself: the watch, and the counting anew once a year is announced."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.deadlines.watching import recount_all, watch
from fengqiao.kernel.jobs.registry import job, periodic

RECOUNT = "deadlines.recount"


@periodic("deadlines.watch", hours=1)
def watch_deadlines() -> None:
    watch(timezone.localdate())


@job(RECOUNT, _("按公布的放假安排重算期限"))
def recount_terms(*, progress: Any, by: Any) -> None:
    recount_all(timezone.localdate())
