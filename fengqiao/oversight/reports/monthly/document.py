"""The monthly return as a Word document, in the layout of official papers."""

import io
from collections.abc import Sequence
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from fengqiao.lib.typography import typeset
from fengqiao.oversight.reports.monthly.lines import HEADS, lines, notes, title
from fengqiao.oversight.reports.monthly.model import Return
from fengqiao.rulebook.reports import word_layout
from fengqiao.rulebook.reports.tables import Code, Column, Table
from fengqiao.rulebook.reports.word import repacked
from fengqiao.rulebook.reports.word_table import table_element

if TYPE_CHECKING:
    from docx.document import Document

WIDTHS = (11, 27, 28, 19, 12, 17, 42)  # millimetres of a line of 156


def write(made: Return, path: Path, taken: Sequence[str] = ()) -> None:
    """The same return gives the same bytes; `taken` as in the workbook."""
    from docx import Document

    document = Document()
    word_layout.lay_out(document)
    _describe(document, made)
    head = document.add_paragraph(title(made), "Title")
    _closer(head, after=8)
    about = f"区划代码:{made.place.code}\u3000\u3000月份:{made.month.said}"
    document.add_paragraph(typeset(about), "Facts")
    style = document.styles["Small Cell"].style_id
    table = table_element(_table(made), style, whole=False)
    document.element.body.insert_element_before(table, "w:sectPr")
    for text in [*notes(made), *taken]:
        _closer(document.add_paragraph(typeset(text), "Note"), after=0)
    _signatures(document)
    saved = io.BytesIO()
    document.save(saved)
    path.write_bytes(repacked(saved))


def _describe(document: "Document", made: Return) -> None:
    about = document.core_properties
    about.title = f"{title(made)} {made.month}"
    about.author = about.last_modified_by = about.comments = ""
    about.created = about.modified = datetime.combine(made.month.last, time())
    about.language = "zh-CN"


def _table(made: Return) -> Table:
    columns = tuple(
        Column(head, width, Code, "left" if head == HEADS[-1] else "center")
        for head, width in zip(HEADS, WIDTHS, strict=True)
    )
    rows = [
        [
            Code(typeset(text))
            for text in (
                str(line.line),
                line.what,
                line.part,
                line.number_said,
                line.unit,
                line.rate_said,
                line.note,
            )
        ]
        for line in lines(made)
    ]
    return Table(columns, [list(row) for row in rows])


def _closer(paragraph: object, after: float) -> None:
    """A form has less air above and below than a letter."""
    from docx.shared import Pt

    look = paragraph.paragraph_format  # type: ignore[attr-defined]
    look.space_before, look.space_after = Pt(2), Pt(after)


def _signatures(document: "Document") -> None:
    from docx.shared import Pt

    text = ("\u3000" * 6).join(("填报单位(盖章):", "负责人:", "填报人:"))
    line = document.add_paragraph(typeset(text), "Facts")
    line.paragraph_format.space_before = Pt(10)
