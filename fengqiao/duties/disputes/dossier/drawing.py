"""The file as one PDF: cover, catalogue, every paper and scan with running page numbers, the last page."""

import io
import json
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from fengqiao.duties.disputes.dossier.catalogue import CATALOGUE, if_asked_for
from fengqiao.duties.disputes.dossier.sheets import fit, reader, small
from fengqiao.duties.disputes.enums import Kind
from fengqiao.duties.disputes.models import Enclosure
from fengqiao.kernel.documents.models import Paper
from fengqiao.kernel.documents.printing import STYLE
from fengqiao.kernel.documents.sealing import picture
from fengqiao.kernel.files.keeping import content
from fengqiao.kernel.files.models import StoredFile
from fengqiao.rulebook.reports.page import TEMPLATES

if TYPE_CHECKING:
    from pypdf import PdfWriter

OWN_STYLE = Path(__file__).parent / "print.css"
Said = Callable[[str, int, int], None]


def _silent(words: str, step: int, steps: int) -> None:
    return None


def draw(
    values: Mapping[str, str], *, address: str = "", seal: str = "", say: Said = _silent
) -> bytes:
    """`values` as `binding.values_of` has them; without an address it is a draft. LookupError where
    what was frozen is not what lies there now."""
    from pypdf import PdfWriter

    catalogue = json.loads(values["目录"])
    pieces = [piece for line in catalogue for piece in line["pieces"] if piece["first"]]
    last = max((piece["last"] for piece in pieces), default=0)
    writer = PdfWriter()
    context = {"values": values, "rows": rows_of(catalogue), "pages": last, "seal": seal}
    context["code"] = b64encode(picture(address)).decode("ascii") if address else ""
    front = _add(writer, _printed("dossier_front", **context))
    writer.add_outline_item(title=_("封面和目录"), page_number=0)
    for number, piece in enumerate(pieces, start=1):
        say(piece["title"], number, len(pieces))
        writer.add_outline_item(title=piece["title"], page_number=len(writer.pages))
        taken = _add(writer, *_sheets(piece))
        if taken != piece["last"] - piece["first"] + 1:
            raise LookupError(f"{taken} pages of piece {piece['pk']}")
    _number(writer, front, last)
    writer.add_outline_item(title=_("备考表"), page_number=len(writer.pages))
    _add(writer, _printed("dossier_back", **context))
    return _saved(writer, values)


def blank_covers(values: Mapping[str, str], kind: Kind) -> bytes:
    """Cover, catalogue and last page for a file that is kept by hand."""
    from pypdf import PdfWriter

    writer = PdfWriter()
    rows = [
        {
            "title": str(one.title),
            "note": _("按需") if one.needed is if_asked_for else _("必须"),
        }
        for one in CATALOGUE
        if kind in one.kinds
    ]
    context = {"values": values, "rows": rows, "pages": "\u3000" * 3, "blank": True}
    for part in ("dossier_front", "dossier_back"):
        _add(writer, _printed(part, **context))
    return _saved(writer, {"案号": ""})


def rows_of(catalogue: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """As they stand in the printed catalogue: a row for what bears one name, and one for what is
    missing; what is not needed and not there has none."""
    rows: list[dict[str, Any]] = []
    for line in catalogue:
        need = _("必须") if line["needed"] else _("按需")
        before = None
        for piece in line["pieces"]:
            if before is not None and before["title"] == piece["title"] and piece["scan"]:
                before["last"] = piece["last"]
            else:
                before = {"title": piece["title"], "note": need}
                before |= {"first": piece["first"], "last": piece["last"]}
                rows.append(before)
                if not piece["first"]:
                    before["note"] = _("另附 Word 文件")
        if line["standing"] in LACKING:
            rows.append({"title": line["title"], "first": 0, "note": LACKING[line["standing"]]})
    return rows


LACKING = {"missing": "缺", "unsigned": "缺签名、盖章件", "not_taken_over": "未接管"}


def _sheets(piece: Mapping[str, Any]) -> list[bytes]:
    """The pages of a piece as PDF, from the very bytes that were frozen."""
    stored = _stored(piece)
    if stored.digest != piece["digest"]:
        raise LookupError(f"piece {piece['pk']} is not what was frozen")
    data = content(stored)
    if stored.type == "pdf":
        return [data]
    shown, across = small(data)
    image = b64encode(shown).decode("ascii")
    return [_printed("dossier_picture", image=image, across=across)]


def _stored(piece: Mapping[str, Any]) -> StoredFile:
    if piece["scan"]:
        return Enclosure.objects.select_related("stored").get(pk=piece["pk"]).stored
    stored = Paper.objects.select_related("pdf").get(pk=piece["pk"]).pdf
    if stored is None:
        raise LookupError(f"paper {piece['pk']} has no PDF")
    return stored


def _add(writer: "PdfWriter", *files: bytes) -> int:
    """How many pages came."""
    before = len(writer.pages)
    for data in files:
        for page in reader(data).pages:
            fit(writer.add_page(page))
    return len(writer.pages) - before


def _number(writer: "PdfWriter", front: int, last: int) -> None:
    """On each page of what lies in the file, at its foot in the middle."""
    pages = writer.pages[front:]
    sizes = [(float(page.mediabox.width), float(page.mediabox.height)) for page in pages]
    if not sizes:
        return
    printed = reader(_printed("dossier_numbers", sizes=list(_sized(sizes)), last=last))
    for page, number in zip(pages, printed.pages, strict=True):
        corner = page.mediabox.lower_left
        page.merge_translated_page(number, float(corner[0]), float(corner[1]))


def _sized(sizes: list[tuple[float, float]]) -> Iterator[dict[str, Any]]:
    """Each with the name of its size, so that equal ones share a rule."""
    names = {size: f"s{at}" for at, size in enumerate(dict.fromkeys(sizes))}
    seen: set[tuple[float, float]] = set()
    for size in sizes:
        rule = "" if size in seen else f"{size[0]:.2f}pt {size[1]:.2f}pt"
        seen.add(size)
        yield {"name": names[size], "rule": rule}


def _printed(template: str, **context: Any) -> bytes:
    from fengqiao.rulebook.reports.printing import pdf_of

    styles = (TEMPLATES / "report.css", STYLE, OWN_STYLE)
    context["style"] = "".join(one.read_text("utf-8") for one in styles)
    return pdf_of(render_to_string(f"disputes/print/{template}.html", context))


def _saved(writer: "PdfWriter", values: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    writer.add_metadata({"/Title": f"{values['案号']} {_('调解卷宗')}"})
    writer.compress_identical_objects()
    writer.write(out)
    return out.getvalue()
