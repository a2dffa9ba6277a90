"""Reports of kept judgements as files; a judgement never changes, so each is written once."""

from hashlib import blake2s
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from django.conf import settings
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area
from fengqiao.oversight.standards.keeping import file_of
from fengqiao.oversight.standards.models import Judgement

if TYPE_CHECKING:
    from fengqiao.rulebook.reports import Heading


class Form(NamedTuple):
    """One form of the report: the function of `rulebook.reports`, and how browsers name it."""

    label: str | Promise
    writer: str
    mime: str
    addressed: bool = False  # whether it names whom it is sent to


FORMS = {
    "pdf": Form(gettext_lazy("PDF 文件"), "as_pdf", "application/pdf", addressed=True),
    "docx": Form(
        gettext_lazy("Word 文件"),
        "as_docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        addressed=True,
    ),
    "xlsx": Form(
        gettext_lazy("Excel 表格"),
        "as_xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "html": Form(gettext_lazy("网页文件"), "as_html", "text/html", addressed=True),
    "json": Form(gettext_lazy("数据文件(JSON)"), "as_json", "application/json"),
}


def key_of(form: str, addressee: str) -> str:
    """Tells reports of one judgement apart that are sent to different bodies; empty where the form
    names none, or none is known.
    """
    if not (addressee and FORMS[form].addressed):
        return ""
    return blake2s(addressee.encode(), digest_size=8).hexdigest()


def path_of(kept: Judgement, form: str, key: str = "") -> Path:
    """Where the report of this judgement lies once it is written."""
    folder = Path(settings.HOME) / "reports"
    folder.mkdir(exist_ok=True)
    return folder / f"{Path(kept.file).stem}{key and '-' + key}.{form}"


def file_name(kept: Judgement, form: str) -> str:
    """What a browser saves it as."""
    return f"{kept.title}达标情况({kept.on.isoformat()}).{form}"


def heading_of(kept: Judgement, addressee: str = "") -> "Heading":
    """Who sends the report to whom: the bureau of the area that was judged, on the day of judging."""
    from fengqiao.rulebook.reports import Heading

    day = timezone.localdate(kept.kept_at)
    return Heading(issuer=_bureau(kept.area) if kept.area else "", addressee=addressee, day=day)


def _bureau(area: Area) -> str:
    """`泰州市司法局`; empty for an area that has no bureau of its own."""
    if area.kind not in (AreaKind.CITY, AreaKind.DISTRICT):
        return ""
    name = area.names.order_by("begins_on").last()
    return _("%s司法局") % name.name if name else ""


def write(kept: Judgement, form: str, addressee: str = "") -> Path:
    """Write the report from the kept file; one that is there already stays."""
    path = path_of(kept, form, key_of(form, addressee))
    if not path.exists():
        from fengqiao.rulebook import reports
        from fengqiao.rulebook.judgement import Judgement as Judged

        judged, heading = Judged.from_parquet(file_of(kept)), heading_of(kept, addressee)
        getattr(reports, FORMS[form].writer)(judged, path, heading=heading)
    return path
