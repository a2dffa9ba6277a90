"""A table of the report as WordprocessingML, written as text: thousands of cells in a moment."""

from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from .tables import Align, Cell, Link, Stress, Table, printed

LINE_WIDTH = 8844  # twentieths of a point: the 156 mm between the margins
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="6B7280"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
HEAD_FILL = '<w:shd w:val="clear" w:color="auto" w:fill="EEF0F3"/>'
STRESSED = '<w:rPr><w:rFonts w:eastAsia="黑体"/><w:b/><w:color w:val="A8201A"/></w:rPr>'
PROPERTIES = (
    f'<w:tblW w:w="{LINE_WIDTH}" w:type="dxa"/><w:jc w:val="center"/>'
    f"<w:tblBorders>{BORDERS}</w:tblBorders>"
    '<w:tblLayout w:type="fixed"/><w:tblCellMar>'
    '<w:top w:w="24" w:type="dxa"/><w:left w:w="40" w:type="dxa"/><w:bottom w:w="24" w:type="dxa"/>'
    '<w:right w:w="40" w:type="dxa"/></w:tblCellMar>'
)


@dataclass(frozen=True, slots=True)
class _Cell:
    """One cell: runs, width in twentieths of a point, alignment, shading."""

    content: str
    width: int
    align: Align = "center"
    fill: str = ""


def table_element(table: Table, style: str, *, whole: bool) -> Any:
    """The `w:tbl`; `style` is the id of the paragraph style of its cells; a `whole` one is not split,
    of another no row stands alone."""
    from docx.oxml import parse_xml

    widths = [round(share * LINE_WIDTH) for share in table.shares()]
    aligns = [column.align for column in table.columns]
    head = [
        _Cell(_text(title), width, fill=HEAD_FILL)
        for title, width in zip(table.titles, widths, strict=True)
    ]
    rows = [head, *(_cells(row, widths, aligns) for row in table.rows)]
    last = len(rows) - 1
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(
        _row(row, style, head=at == 0, keep=at < last and (whole or at <= 1 or at == last - 1))
        for at, row in enumerate(rows)
    )
    return parse_xml(
        f'<w:tbl xmlns:w="{NAMESPACE}"><w:tblPr>{PROPERTIES}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


def _cells(row: list[Cell], widths: list[int], aligns: list[Align]) -> list[_Cell]:
    return [
        _Cell(_content(cell), width, align)
        for cell, width, align in zip(row, widths, aligns, strict=True)
    ]


def _row(cells: list[_Cell], style: str, *, head: bool, keep: bool) -> str:
    """A row is never split; the head is repeated on every page and never stands alone."""
    repeated = "<w:tblHeader/>" if head else ""
    written = "".join(_cell(cell, style, "<w:keepNext/>" if keep else "") for cell in cells)
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{written}</w:tr>"


def _cell(cell: _Cell, style: str, keep: str) -> str:
    aligned = f'<w:jc w:val="{cell.align}"/>' if cell.align != "center" else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{cell.width}" w:type="dxa"/>{cell.fill}'
        '<w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{aligned}</w:pPr>{cell.content}</w:p></w:tc>'
    )


def _content(cell: Cell) -> str:
    text = _text(printed(cell), STRESSED if isinstance(cell, Stress) else "")
    if isinstance(cell, Link):
        return f"<w:hyperlink w:anchor={quoteattr(cell.anchor)}>{text}</w:hyperlink>"
    return text


def _text(text: str, look: str = "") -> str:
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
