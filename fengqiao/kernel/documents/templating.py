"""An office lays out its own papers: it takes the Word file of the system, changes it and brings it back."""

from datetime import date
from typing import TYPE_CHECKING

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.documents import filling, word
from fengqiao.kernel.documents.layouts import places
from fengqiao.kernel.documents.models import Template
from fengqiao.kernel.documents.tables import Document, all_documents, document_named
from fengqiao.kernel.documents.uploads import TEMPLATE
from fengqiao.kernel.files.keeping import content
from fengqiao.kernel.files.storing import store
from fengqiao.lib.faults import InputRefused

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User

PROOF = {word.SEAL, word.CODE}  # without them nobody could check a print
NUMBERS = {"案号", "文号"}


def documents() -> dict[str, Document]:
    """Those that have a layout, by duty and name; a file as a whole has none."""
    return {name: one for name, one in all_documents().items() if one.layouts}


def in_use(document: str, office: Area, day: date) -> Template | None:
    """The office's own of that day; none where the layout of the system holds."""
    found = Template.objects.of(document, office).on(day).select_related("file", "by").first()
    return found if found and found.file else None


def file_of(document: str, office: Area) -> bytes:
    """What holds today, as the Word file that is taken away."""
    own = in_use(document, office, timezone.localdate())
    if own and own.file:
        return content(own.file)
    return word.template(document_named(document).layouts[-1])


def put(
    *, document: str, office: Area, upload: UploadedFile, begins_on: date, by: "User"
) -> list[str]:
    """Papers of the office look like this from that day on. The places of the system's layout that it
    leaves out; InputRefused names what is unknown or must not be missing."""
    _refuse_past(begins_on)
    row = document_named(document)
    with transaction.atomic():
        stored = store(upload, by=by, area=office, kind=TEMPLATE)
        found = filling.checked(content(stored), {*row.names, *PROOF})
        _refuse_missing(found)
        Template.objects.create(
            document=document, area=office, begins_on=begins_on, file=stored, by=by
        )
        record("documents.template_put", by=by, subject=office, label=str(row.title))
    return sorted(places(row.layouts[-1]) - found)


def put_back(*, document: str, office: Area, by: "User") -> None:
    """From today on the layout of the system holds again."""
    today = timezone.localdate()
    if in_use(document, office, today) is None:
        raise InputRefused(_("现在用的就是系统格式。"))
    with transaction.atomic():
        Template.objects.create(document=document, area=office, begins_on=today, by=by)
        title = str(document_named(document).title)
        record("documents.template_back", by=by, subject=office, label=title)


def _refuse_past(day: date) -> None:
    if day < timezone.localdate():
        raise InputRefused(_("启用日期不能早于今天:已经发出的文书不会改变。"))


def _refuse_missing(found: set[str]) -> None:
    missing = sorted(PROOF - found) + ([] if found & NUMBERS else ["案号"])
    if missing:
        names = "、".join(f"{{{{ {name} }}}}" for name in missing)
        raise InputRefused(
            _("模板里少了 %(names)s,没有它们就不能核对文书,请补上后再传。") % {"names": names}
        )
