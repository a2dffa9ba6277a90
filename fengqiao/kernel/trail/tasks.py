"""What the worker does for the trail: seals it within a second or two of each commit, and verifies all
of it once a day."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fengqiao.kernel.audit.checking import check
from fengqiao.kernel.audit.models import Link
from fengqiao.kernel.audit.sealing import seal
from fengqiao.kernel.jobs.registry import SLOW, job, periodic, steadily
from fengqiao.kernel.jobs.running import Progress, start

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

VERIFY = "audit.verify"
SEEN = 20_000  # links between two words about how far it is

steadily("audit.seal", pause=1)(seal)


@periodic(VERIFY, hours=24)
def order_verification() -> None:
    """As a job, because a long trail takes minutes, and its failure must be seen."""
    start(VERIFY, by=None)


@job(VERIFY, gettext_lazy("核验操作记录"), queue=SLOW)
def verify(*, progress: Progress, by: "User | None") -> None:
    """Read all of it; what is wrong is told to those who watch."""
    total = Link.objects.order_by("-position").values_list("position", flat=True).first() or 0

    def say(links: int) -> None:
        if links % SEEN == 0:
            progress.say(_("已核验 %d 条") % links, links, total)

    check(say=say)
