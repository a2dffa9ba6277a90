"""What the worker does for disputes."""

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.dossier.binding import contents, values_of
from fengqiao.duties.disputes.dossier.contents import papers_in
from fengqiao.duties.disputes.dossier.drawing import draw
from fengqiao.duties.disputes.models import Dispute, DossierDraft
from fengqiao.duties.disputes.permissions import OPEN
from fengqiao.duties.disputes.uploads import DRAFT
from fengqiao.kernel.documents import drawing
from fengqiao.kernel.files.keeping import keep
from fengqiao.kernel.jobs.registry import SLOW, job
from fengqiao.kernel.jobs.running import Progress

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

MAKE_DRAFT = "disputes.make_draft"


@job(MAKE_DRAFT, _("生成整卷 PDF"), ready=_("整卷 PDF 已生成。"), right=OPEN, queue=SLOW)
def make_draft(*, progress: Progress, by: "User | None", case: int) -> str:
    """The file as it lies now, in the place of the draft before; the address of its page."""
    found = Dispute.objects.select_related("office", "body__parent", "mediator").get(pk=case)
    for paper in papers_in(found):
        drawing.draw(paper.pk)
    values = values_of(found)
    data = draw(values, say=progress.say)
    with transaction.atomic():
        name = f"{found.number}草卷"
        stored = keep(data, name=name, type_="pdf", by=by, area=found.office, kind=DRAFT)
        before = DossierDraft.objects.select_for_update().filter(pk=found.pk).first()
        fields: dict[str, Any] = {
            "stored": stored,
            "contents": contents(values),
            "at": timezone.now(),
        }
        fields["pages"] = drawing.pages_of(data)
        DossierDraft.objects.update_or_create(dispute=found, defaults=fields)
        if before is not None:
            before.stored.delete()  # its bytes go with the next sweep
    return found.dossier_url
