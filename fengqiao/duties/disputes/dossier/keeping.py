"""What is laid into the file of a case, put in order and taken out again."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.duties.disputes.dossier.catalogue import Entry, entry_named
from fengqiao.duties.disputes.dossier.sheets import counted
from fengqiao.duties.disputes.models import Dispute, Enclosure
from fengqiao.duties.disputes.uploads import ENCLOSURE
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.documents.models import Paper
from fengqiao.kernel.files.keeping import content
from fengqiao.kernel.files.storing import refuse_more, store
from fengqiao.lib.faults import InputRefused

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User


def enclose(
    *,
    case: Dispute,
    entry: Entry,
    title: str,
    uploads: Sequence[UploadedFile],
    paper: Paper | None,
    by: "User",
) -> list[Enclosure]:
    """All of them, or none: InputRefused names the file that cannot be kept."""
    with transaction.atomic():
        Dispute.objects.select_for_update().get(pk=case.pk)
        there = Enclosure.objects.filter(dispute=case, out_on=None).count()
        refuse_more(ENCLOSURE, there + len(uploads) - 1)
        made = [_enclosed(case, entry, title, one, paper, by) for one in uploads]
        pages = sum(one.pages for one in made)
        label = _("%(number)s %(entry)s,%(pages)s页") % {
            "number": case.number,
            "entry": entry.title,
            "pages": pages,
        }
        record("disputes.enclosed", by=by, subject=case, area=case.office, label=label)
    return made


def take_out(*, enclosure: Enclosure, why: str, by: "User") -> None:
    """It was laid in by mistake: it stays with the case, and lies no more in the file."""
    with transaction.atomic():
        rows = Enclosure.objects.filter(pk=enclosure.pk, out_on=None)
        if not rows.update(out_on=timezone.localdate(), out_why=why):
            raise InputRefused(_("这份材料已经取出。"))
        case = enclosure.dispute
        record(
            "disputes.unenclosed", by=by, subject=case, area=case.office, label=called(enclosure)
        )


def move_up(*, enclosure: Enclosure, by: "User") -> bool:
    """Before the one that lies before it under the same entry, or in the place of the same paper; the
    first stays where it is (false)."""
    case = enclosure.dispute
    with transaction.atomic():
        Dispute.objects.select_for_update().get(pk=case.pk)
        rows = Enclosure.objects.filter(
            dispute=case, entry=enclosure.entry, paper=enclosure.paper, out_on=None
        )
        before = rows.filter(position__lt=enclosure.position).last()
        if before is None:
            return False
        first, second = before.position, enclosure.position
        Enclosure.objects.filter(pk=before.pk).update(position=second)
        Enclosure.objects.filter(pk=enclosure.pk).update(position=first)
        record("disputes.reordered", by=by, subject=case, area=case.office, label=called(enclosure))
    return True


def called(enclosure: Enclosure) -> str:
    """How the trail calls it: by case and entry, for its title may name a person."""
    entry = entry_named(enclosure.dispute, enclosure.entry)
    return f"{enclosure.dispute.number} {entry.title if entry else enclosure.entry}"


def _enclosed(
    case: Dispute,
    entry: Entry,
    title: str,
    upload: UploadedFile,
    paper: Paper | None,
    by: "User",
) -> Enclosure:
    try:
        stored = store(upload, by=by, area=case.office, kind=ENCLOSURE)
        pages = counted(stored.type, content(stored) if stored.type == "pdf" else b"")
    except InputRefused as refused:
        said = {"name": upload.name, "why": refused.message}
        raise InputRefused(_("%(name)s:%(why)s") % said) from None
    last = Enclosure.objects.filter(dispute=case).aggregate(last=Max("position"))["last"] or 0
    return Enclosure.objects.create(
        dispute=case,
        entry=entry.name,
        title=title or str(paper.title if paper else entry.title),
        paper=paper,
        stored=stored,
        pages=pages,
        position=last + 1,
        by=by,
    )
