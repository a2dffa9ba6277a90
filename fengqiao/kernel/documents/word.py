"""The same layout as a Word template: its places stay in it, so that an office can move them."""

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from fengqiao.kernel.documents import layouts
from fengqiao.kernel.documents.layouts import LINE, Layout, set_text
from fengqiao.rulebook.reports import word_layout
from fengqiao.rulebook.reports.word import repacked
from fengqiao.rulebook.reports.word_layout import element

if TYPE_CHECKING:
    from docx.document import Document

CODE, SEAL = "核对码", "校验码"  # places that every template may have: the picture, the digits
SHARES = {1: (17, 83), 2: (17, 33, 17, 33)}  # percent of the line


def template(layout: Layout) -> bytes:
    """The file that an office takes away, changes and brings back."""
    from docx import Document

    document = Document()
    word_layout.lay_out(document)
    _margins(document)
    _running(document)
    for block in layout:
        WRITERS[type(block)](document, block)
    saved = io.BytesIO()
    document.save(saved)
    return repacked(saved)


def _margins(document: "Document") -> None:
    from docx.shared import Mm

    section = document.sections[0]
    section.top_margin, section.bottom_margin = Mm(32), Mm(28)
    section.left_margin, section.right_margin = Mm(26), Mm(24)
    section.header_distance, section.footer_distance = Mm(10), Mm(18)
    section.different_first_page_header_footer = True
    first, later = section.first_page_footer, section.footer
    first.is_linked_to_previous = False
    first._element.clear()
    for part in later._element:
        first._element.append(_copy(part))


def _copy(part: Any) -> Any:
    from copy import deepcopy

    return deepcopy(part)


def _running(document: "Document") -> None:
    """The number of the case on every page, the code on the first."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    section = document.sections[0]
    for header in (section.header, section.even_page_header, section.first_page_header):
        header.is_linked_to_previous = False
        line = header.paragraphs[0]
        line.style = document.styles["Note"]
        line.add_run("{{ 案号 }}")
    code = section.first_page_header.add_paragraph(style="Note")
    code.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    code.paragraph_format.line_spacing = 1.0  # a line of exact height would cut the picture
    code.add_run(f"校验码 {{{{ {SEAL} }}}} {{{{ {CODE} }}}}")


def _title(document: "Document", block: layouts.Title) -> None:
    document.add_paragraph(set_text(block.text), "Title")


def _number(document: "Document", block: layouts.Number) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    line = document.add_paragraph(set_text(block.text), "Plain")
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.paragraph_format.space_after = Pt(10)


def _head(document: "Document", block: layouts.Head) -> None:
    document.add_paragraph(set_text(block.text), "Heading 1")


def _para(document: "Document", block: layouts.Para) -> None:
    for line in set_text(block.text).split("\n"):
        document.add_paragraph(line, "Plain" if block.plain else "Normal")


def _form(document: "Document", block: layouts.Form) -> None:
    table = document.add_table(rows=0, cols=4)
    table.style = document.styles["Table Grid"]
    for row in block.rows:
        cells = table.add_row().cells
        if len(row) == 1:
            cells[1].merge(cells[3])
        _height(table.rows[-1], max(cell.lines for cell in row))
        for at, cell in enumerate(row):
            _cell(cells[2 * at], cell.label, "center")
            _cell(cells[2 * at + 1], cell.text, "left")
    _widths(table)
    document.add_paragraph(style="Gap")


def _height(row: Any, lines: int) -> None:
    from docx.shared import Pt

    row.height = Pt(LINE * lines + 8)


def _cell(cell: Any, text: str, align: str) -> None:
    line = cell.paragraphs[0]
    line.style = "Cell"
    line.add_run(set_text(text))
    line._p.get_or_add_pPr().append(element("jc", val=align))
    if align == "center":
        cell.vertical_alignment = 1


def _widths(table: Any) -> None:
    from docx.shared import Mm

    table.autofit = False
    for row in table.rows:
        for cell, share in zip(row.cells, SHARES[2], strict=True):
            if cell._tc.grid_span == 1:
                cell.width = Mm(160 * share / 100)
    for column, share in zip(table.columns, SHARES[2], strict=True):
        column.width = Mm(160 * share / 100)


def _signs(document: "Document", block: layouts.Signs) -> None:
    from docx.shared import Pt

    for place in block.places:
        line = document.add_paragraph(set_text(place), "Plain")
        line.paragraph_format.space_before = Pt(8)
        line.paragraph_format.keep_with_next = True


def _seal(document: "Document", block: layouts.Seal) -> None:
    from docx.shared import Pt

    style_before = document.paragraphs[-1].style
    after_form = style_before is not None and style_before.name == "Gap"
    for text, style in ((block.text, "Signature Name"), (block.day, "Signature Day")):
        line = document.add_paragraph(set_text(text), style)
        line.paragraph_format.left_indent = Pt(200)
        if after_form:
            line.paragraph_format.space_before = Pt(4)


WRITERS: dict[type, Callable[["Document", Any], None]] = {
    layouts.Title: _title,
    layouts.Number: _number,
    layouts.Head: _head,
    layouts.Para: _para,
    layouts.Form: _form,
    layouts.Signs: _signs,
    layouts.Seal: _seal,
}
