"""Paper, fonts and styles of the Word report, after GB/T 9704 as far as a report goes."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

if TYPE_CHECKING:
    from docx.document import Document

FANGSONG, HEI, XIAOBIAOSONG, SONG = "仿宋_GB2312", "黑体", "方正小标宋简体", "宋体"
LATIN = "Times New Roman"
RED = "A8201A"
LINE = 28.5  # points: 22 lines a page
CHARACTERS = 27.6  # of the text in a line

# What to take where a font of the standard is not installed.
INSTEAD = {FANGSONG: "FangSong", HEI: "SimHei", XIAOBIAOSONG: "STZhongsong", SONG: "SimSun"}


@dataclass(frozen=True, slots=True)
class Look:
    """One paragraph style; sizes and lines in points, indents in characters."""

    name: str
    font: str
    size: float
    line: float | None = LINE
    indent: float = 0
    align: str = "left"
    color: str = "000000"
    before: float = 0
    after: float = 0
    right: float = 0
    keep: bool = False
    new_page: bool = False


LOOKS = (
    Look("Normal", FANGSONG, 16, indent=2, align="both"),
    Look("Title", XIAOBIAOSONG, 22, line=34, align="center", before=14, after=28),
    Look("Heading 1", HEI, 16, indent=2, keep=True),
    Look("Heading 2", XIAOBIAOSONG, 18, align="center", after=10, keep=True),
    Look("Heading 3", HEI, 14, line=20, align="center", keep=True),
    Look("Caption", HEI, 12, line=22, align="center", keep=True),
    Look("Figure Caption", HEI, 12, line=24, align="center"),
    Look("Figure", FANGSONG, 12, line=None, align="center", keep=True),
    Look("Plain", FANGSONG, 16),
    Look("Note", FANGSONG, 9, line=12, before=4),
    Look("Facts", FANGSONG, 10.5, line=15, align="center", after=4, keep=True),
    Look("Letterhead", XIAOBIAOSONG, 30, 44, align="center", color=RED, before=99, keep=True),
    Look("Number", FANGSONG, 16, align="center", before=57, keep=True),
    Look("Annex Label", HEI, 16, keep=True, new_page=True),
    Look("Annex Name", FANGSONG, 16, indent=2, keep=True),
    Look("Signature Name", FANGSONG, 16, align="center", right=4, before=57, keep=True),
    Look("Signature Day", FANGSONG, 16, align="center", right=4),
    Look("Cell", FANGSONG, 10.5, line=14.5, align="center"),
    Look("Small Cell", FANGSONG, 9, line=11, align="center"),
    Look("Gap", FANGSONG, 6, line=8),
)


def lay_out(document: "Document") -> None:
    """Sets paper, language, styles and page numbers."""
    _paper(document)
    _language(document)
    for look in LOOKS:
        _style(document, look)
    _page_numbers(document)


def _paper(document: "Document") -> None:
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(23)
    document.settings.odd_and_even_pages_header_footer = True


def _language(document: "Document") -> None:
    """Chinese shapes of characters, also where a machine would take Japanese ones."""
    from docx.oxml.ns import qn

    for lang in document.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), "en-US")
        lang.set(qn("w:eastAsia"), "zh-CN")


def _style(document: "Document", look: Look) -> None:
    from docx.enum.style import WD_STYLE_TYPE

    styles = document.styles
    known = look.name in styles
    style = styles[look.name] if known else styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
    if look.name != "Normal":
        style.base_style = styles["Normal"]
    element = style.element
    for properties in (element.pPr, element.rPr):
        if properties is not None:
            element.remove(properties)
    element.get_or_add_pPr().extend(_paragraph_properties(look))
    element.get_or_add_rPr().extend(_run_properties(look))


def _paragraph_properties(look: Look) -> list[Any]:
    """In the order that the schema of Word asks for."""
    keep = [element("keepNext")] if look.keep else []
    new_page = [element("pageBreakBefore")] if look.new_page else []
    rule = {"line": "240", "lineRule": "auto"}
    if look.line:
        rule = {"line": f"{look.line * 20:.0f}", "lineRule": "exact"}
    spacing = element(
        "spacing", before=f"{look.before * 20:.0f}", after=f"{look.after * 20:.0f}", **rule
    )
    indent = element(
        "ind",
        left="0",
        rightChars=f"{look.right * 100:.0f}",
        right=f"{look.right * look.size * 20:.0f}",
        firstLineChars=f"{look.indent * 100:.0f}",
        firstLine=f"{look.indent * look.size * 20:.0f}",
    )
    level = LEVELS.get(look.name)
    outline = [] if level is None else [element("outlineLvl", val=str(level))]
    return [*keep, *new_page, spacing, indent, element("jc", val=look.align), *outline]


LEVELS = {"Heading 1": 0, "Heading 2": 0, "Heading 3": 1}


def _run_properties(look: Look) -> list[Any]:
    size = f"{look.size * 2:.0f}"
    fonts = element("rFonts", ascii=LATIN, hAnsi=LATIN, eastAsia=look.font, cs=LATIN)
    bold = element("b", val="0")  # heavy fonts of the standard are fonts of their own
    color = element("color", val=look.color)
    return [fonts, bold, color, element("sz", val=size), element("szCs", val=size)]


def _page_numbers(document: "Document") -> None:
    """— 1 — at the outer edge: right on odd pages, left on even ones, one character in."""
    section = document.sections[0]
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph.style = document.styles["Plain"]
        properties = paragraph._p.get_or_add_pPr()
        properties.append(element("ind", **{f"{side}Chars": "100", side: "280"}))
        properties.append(element("jc", val=side))
        for part in ("— ", "PAGE", " —"):
            paragraph._p.append(_field() if part == "PAGE" else _run(paragraph, part))


def _run(paragraph: Any, text: str) -> Any:
    run = paragraph.add_run(text)
    run._r.get_or_add_rPr().extend(_number_properties())
    return run._r


def _field() -> Any:
    field = element("fldSimple", instr=" PAGE ")
    run = element("r")
    properties, text = element("rPr"), element("t")
    properties.extend(_number_properties())
    text.text = "1"
    run.extend([properties, text])
    field.append(run)
    return field


def characters(text: str) -> float:
    """How wide a text is, in Chinese characters."""
    return sum(1 if east_asian_width(one) in "WFA" else 0.5 for one in text)


def _number_properties() -> list[Any]:
    fonts = element("rFonts", ascii=SONG, hAnsi=SONG, eastAsia=SONG, cs=SONG)
    return [fonts, element("sz", val="28"), element("szCs", val="28")]


def element(tag: str, **attributes: str) -> Any:
    """An element of WordprocessingML with its attributes."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made
