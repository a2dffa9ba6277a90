"""Draws an issued paper from what was frozen: the Word file always, the PDF where it can be."""

from django.db import transaction
from django.utils.translation import gettext as _

from fengqiao.kernel.documents import converting, filling, printing, sealing
from fengqiao.kernel.documents import word as word_files
from fengqiao.kernel.documents.layouts import Layout
from fengqiao.kernel.documents.models import Paper
from fengqiao.kernel.documents.tables import document_named
from fengqiao.kernel.documents.uploads import PAPER
from fengqiao.kernel.files.keeping import content, keep
from fengqiao.kernel.files.models import StoredFile


def draw(pk: int) -> None:
    """Once: a paper that has its bytes keeps them, also where two workers come."""
    paper = Paper.objects.select_related("area", "by", "template__file").get(pk=pk)
    if paper.is_drawn:
        return
    word, pdf = _drawn(paper)
    with transaction.atomic():
        current = Paper.objects.select_for_update().get(pk=pk)
        if current.is_drawn:
            return
        if word is not None:
            current.word = _kept(paper, word, "docx")
        if pdf is not None:
            current.pdf, current.pages = _kept(paper, pdf, "pdf"), pages_of(pdf)
        current.save(update_fields=["word", "pdf", "pages"])


def layout_of(paper: Paper) -> Layout:
    """The one that it was issued with."""
    return document_named(paper.document).layouts[paper.layout - 1]


def why_no_pdf(paper: Paper) -> str:
    """Of a drawn paper without one."""
    if paper.pdf_id is not None:
        return ""
    return _(
        "这份文书用的是本所自己的 Word 模板,本系统没有装 LibreOffice,不能转成 PDF;请下载 Word 文件打印。"
    )


def pages_of(pdf: bytes) -> int:
    import io

    from pypdf import PdfReader

    return len(PdfReader(io.BytesIO(pdf)).pages)


def _drawn(paper: Paper) -> tuple[bytes | None, bytes | None]:
    """Word and PDF; one of them at least."""
    address = sealing.address_of(paper)
    own = document_named(paper.document).drawn_by
    if own is not None:
        return None, own(paper, address, sealing.seal_of(paper))
    made = _word(paper, sealing.picture(address))
    return made, _pdf(paper, made, address)


def _word(paper: Paper, code: bytes) -> bytes:
    own = paper.template.file if paper.template else None
    template = content(own) if own else word_files.template(layout_of(paper))
    return filling.fill(template, {**paper.values, word_files.SEAL: sealing.seal_of(paper)}, code)


def _pdf(paper: Paper, made: bytes, address: str) -> bytes | None:
    """Of an office's own template only LibreOffice can say how it looks."""
    if paper.template and paper.template.file:
        return converting.pdf_of(made)
    return printing.pdf(
        layout_of(paper),
        paper.values,
        title=paper.title,
        case_number=paper.case_number,
        address=address,
        seal=sealing.seal_of(paper),
    )


def _kept(paper: Paper, data: bytes, type_: str) -> StoredFile:
    name = f"{paper.title}{paper.case_number}"
    return keep(data, name=name, type_=type_, by=paper.by, area=paper.area, kind=PAPER)
