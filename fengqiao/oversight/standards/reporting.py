"""Reports of kept judgements as files; a judgement never changes, so each is written once."""

from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fengqiao.oversight.standards.keeping import file_of
from fengqiao.oversight.standards.models import Judgement


class Form(NamedTuple):
    """One form of the report: the function of `rulebook.reports`, and how browsers name it."""

    label: str | Promise
    writer: str
    mime: str


FORMS = {
    "pdf": Form(_("PDF 文件"), "as_pdf", "application/pdf"),
    "docx": Form(
        _("Word 文件"),
        "as_docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "xlsx": Form(
        _("Excel 表格"),
        "as_xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "html": Form(_("网页文件"), "as_html", "text/html"),
    "json": Form(_("数据文件(JSON)"), "as_json", "application/json"),
}


def path_of(kept: Judgement, form: str) -> Path:
    """Where the report of this judgement lies once it is written."""
    folder = Path(settings.HOME) / "reports"
    folder.mkdir(exist_ok=True)
    return folder / f"{Path(kept.file).stem}.{form}"


def file_name(kept: Judgement, form: str) -> str:
    """What a browser saves it as."""
    return f"{kept.title}达标情况({kept.on.isoformat()}).{form}"


def write(kept: Judgement, form: str) -> Path:
    """Write the report from the kept file; one that is there already stays."""
    path = path_of(kept, form)
    if not path.exists():
        from fengqiao.rulebook import reports
        from fengqiao.rulebook.judgement import Judgement as Judged

        getattr(reports, FORMS[form].writer)(Judged.from_parquet(file_of(kept)), path)
    return path
