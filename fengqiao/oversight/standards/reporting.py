"""Reports of kept judgements as files, each for who ordered it: it bears the number of its export."""

from pathlib import Path
from time import time
from typing import TYPE_CHECKING, NamedTuple

from django.conf import settings
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.exporting import exports, line_of, number_of
from fengqiao.kernel.audit.models import Entry
from fengqiao.oversight.standards.keeping import file_of
from fengqiao.oversight.standards.models import Judgement

if TYPE_CHECKING:
    from fengqiao.kernel.accounts.models import User
    from fengqiao.rulebook.reports import Heading


class Form(NamedTuple):
    """One form of the report: the function of `rulebook.reports`, and how browsers name it."""

    label: str | Promise
    writer: str
    mime: str


FORMS = {
    "pdf": Form(gettext_lazy("版式文件(PDF)"), "as_pdf", "application/pdf"),
    "docx": Form(
        gettext_lazy("文字文档(Word)"),
        "as_docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "xlsx": Form(
        gettext_lazy("电子表格(Excel)"),
        "as_xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "html": Form(gettext_lazy("网页文件"), "as_html", "text/html"),
    "json": Form(gettext_lazy("数据文件(JSON)"), "as_json", "application/json"),
}


def folder() -> Path:
    """Where reports lie; they are no record and go after their days."""
    path = Path(settings.HOME) / "reports"
    path.mkdir(exist_ok=True)
    return path


def path_of(export: Entry, form: str) -> Path:
    """Where the report of this export lies once it is written."""
    return folder() / f"{number_of(export)}.{form}"


def ordered(kept: Judgement, number: str, *, by: "User") -> Entry | None:
    """The export of this number, if it is one of this judgement that `by` has ordered."""
    return exports(Entry.objects.about(kept).filter(by=by), number).first()


def file_name(kept: Judgement, form: str) -> str:
    """What a browser saves it as."""
    return f"{kept.title}达标情况({kept.on.isoformat()}).{form}"


def heading_of(kept: Judgement, export: Entry, addressee: str = "") -> "Heading":
    """Who sends the report to whom: the bureau of the area that was judged, on the day of judging; and
    who took it out."""
    from fengqiao.rulebook.reports import Heading

    day = timezone.localdate(kept.kept_at)
    issuer = _bureau(kept.area) if kept.area else ""
    return Heading(issuer=issuer, addressee=addressee, day=day, taken=line_of(export))


def _bureau(area: Area) -> str:
    """`泰州市司法局`; empty for an area that has no bureau of its own."""
    if area.kind not in (AreaKind.CITY, AreaKind.DISTRICT):
        return ""
    name = area.names.order_by("begins_on").last()
    return _("%s司法局") % name.name if name else ""


def write(kept: Judgement, export: Entry, form: str, addressee: str = "") -> Path:
    """Write the report from the kept file; one that is there already stays."""
    path = path_of(export, form)
    if not path.exists():
        from fengqiao.rulebook import reports
        from fengqiao.rulebook.judgement import Judgement as Judged

        judged, heading = Judged.from_parquet(file_of(kept)), heading_of(kept, export, addressee)
        getattr(reports, FORMS[form].writer)(judged, path, heading=heading)
    return path


def erase_old() -> None:
    """Those that were written more days ago than `KEPT_DAYS` says; who needs one orders it anew."""
    before = time() - settings.KEPT_DAYS["reports"] * 24 * 60 * 60
    for path in folder().iterdir():
        if path.is_file() and path.stat().st_mtime < before:
            path.unlink(missing_ok=True)
