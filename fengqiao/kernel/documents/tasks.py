"""What the worker does with papers."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.documents.drawing import draw
from fengqiao.kernel.documents.issuing import DRAW
from fengqiao.kernel.jobs.registry import job
from fengqiao.kernel.jobs.running import Progress

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


@job(DRAW, _("生成文书"))
def draw_papers(*, progress: Progress, by: "User | None", papers: list[int]) -> None:
    """Those that one act issued."""
    for number, pk in enumerate(papers, start=1):
        progress.say("", number, len(papers))
        draw(pk)
