"""The report as a Word document that a bureau can go on editing."""

import io
import zipfile
from collections.abc import Callable
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from . import blocks, drawing, word_layout
from .content import Report
from .word_layout import element
from .word_table import NAMESPACE, table_element
from .wording import said

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

PARAGRAPHS = {"body": "Normal", "plain": "Plain", "note": "Note"}
FONT_TABLE = "word/fontTable.xml"
SEAL_RIGHT = 4  # characters from the right edge, as the style has it
SPARE = 2  # characters, for what word processors put between digits and Chinese
NO_TIME = (1980, 1, 1, 0, 0, 0)


def write(report: Report, path: Path) -> None:
    """The document; the same judgement gives the same bytes."""
    from docx import Document

    document = Document()
    word_layout.lay_out(document)
    _describe(document, report)
    for block in report.blocks():
        WRITERS[type(block)](document, block)
    saved = io.BytesIO()
    document.save(saved)
    path.write_bytes(repacked(saved))


def _describe(document: "Document", report: Report) -> None:
    made = datetime.combine(report.judgement.as_of, time())
    about = document.core_properties
    about.title, about.author = said(report.title), report.heading.issuer
    about.last_modified_by = about.comments = about.keywords = about.subject = ""
    about.created = about.modified = made
    about.language = "zh-CN"


def repacked(saved: io.BytesIO) -> bytes:
    """The package again without the time of now, and with fonts to fall back on."""
    made = io.BytesIO()
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            content = _font_table() if name == FONT_TABLE else source.read(name)
            target.writestr(zipfile.ZipInfo(name, NO_TIME), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _font_table() -> str:
    fonts = "".join(
        f"<w:font w:name={quoteattr(name)}><w:altName w:val={quoteattr(other)}/></w:font>"
        for name, other in word_layout.INSTEAD.items()
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><w:fonts xmlns:w="{NAMESPACE}">{fonts}</w:fonts>'


def _add(document: "Document", text: str, style: str) -> "Paragraph":
    return document.add_paragraph(said(text), style)


def _letterhead(document: "Document", block: blocks.Letterhead) -> None:
    last = _add(document, block.issuer, "Letterhead")
    if block.number:
        last = document.add_paragraph(block.number, "Number")
    border = element("pBdr")
    line = {"val": "single", "sz": "18", "space": "6", "color": word_layout.RED}
    border.append(element("bottom", **line))
    last._p.get_or_add_pPr().append(border)


def _title(document: "Document", block: blocks.Title) -> None:
    _add(document, block.text, "Title")


def _section(document: "Document", block: blocks.Section) -> None:
    _add(document, block.text, "Heading 1")


def _paragraph(document: "Document", block: blocks.Paragraph) -> None:
    _add(document, block.text, PARAGRAPHS[block.look])


def _grid(document: "Document", block: blocks.Grid) -> None:
    if block.caption:
        _add(document, block.caption, "Caption")
    style = document.styles["Small Cell" if block.small else "Cell"].style_id
    table = table_element(block.table, style, whole=block.whole)
    document.element.body.insert_element_before(table, "w:sectPr")
    if not block.small:
        document.add_paragraph(style="Gap")


def _picture(document: "Document", block: blocks.Picture) -> None:
    from docx.shared import Mm

    if drawing.chinese_font() is None:
        _add(document, drawing.NOT_DRAWN, "Note")
    else:
        run = document.add_paragraph(style="Figure").add_run()
        shape = run.add_picture(io.BytesIO(drawing.png(block.chart)), width=Mm(156))
        shape._inline.docPr.set("descr", block.chart.spoken)
    _add(document, block.caption, "Figure Caption")


def _annex_list(document: "Document", block: blocks.AnnexList) -> None:
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    document.add_paragraph(style="Annex Name")
    for place, name in enumerate(block.titles, start=1):
        label = "附件:" if place == 1 else "\u3000\u3000\u3000"
        _add(document, f"{label}{place}.{name}", "Annex Name")


def _signature(document: "Document", block: blocks.Signature) -> None:
    """One above the other, the middle of both where the seal goes."""
    from docx.shared import Pt

    name = _add(document, block.issuer, "Signature Name")
    day = _add(document, block.day, "Signature Day")
    wide = max(word_layout.characters(line.text) for line in (name, day))
    left = max(word_layout.CHARACTERS - wide - SPARE - SEAL_RIGHT, 0)
    for line in (name, day):
        line.paragraph_format.left_indent = Pt(16 * left)


def _annex(document: "Document", block: blocks.Annex) -> None:
    _add(document, block.label, "Annex Label")
    _add(document, block.title, "Heading 2")


def _office_page(document: "Document", block: blocks.OfficePage) -> None:
    name = _add(document, block.name, "Heading 3")
    name.paragraph_format.page_break_before = block.new_page or None
    bookmark = str(len(document.element.body))  # any number that no other bookmark has
    start = element("bookmarkStart", id=bookmark, name=block.anchor)
    name._p.insert(1, start)
    name._p.append(element("bookmarkEnd", id=bookmark))
    _add(document, block.facts, "Facts")


WRITERS: dict[type, Callable[["Document", Any], None]] = {
    blocks.Letterhead: _letterhead,
    blocks.Title: _title,
    blocks.Section: _section,
    blocks.Paragraph: _paragraph,
    blocks.Grid: _grid,
    blocks.Picture: _picture,
    blocks.AnnexList: _annex_list,
    blocks.Signature: _signature,
    blocks.Annex: _annex,
    blocks.OfficePage: _office_page,
}
