"""The Word document."""

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from fengqiao.rulebook.reports import as_docx, drawing

from .reading import docx_text


@pytest.fixture
def path(tmp_path):
    return tmp_path / "报告.docx"


def test_paper_and_margins_are_those_of_official_papers(city, path):
    as_docx(city, path)
    section = Document(str(path)).sections[0]

    sizes = (section.page_width, section.page_height)
    margins = (
        section.top_margin,
        section.bottom_margin,
        section.left_margin,
        section.right_margin,
    )
    assert [round(size.mm) for size in sizes] == [210, 297]
    assert [round(margin.mm) for margin in margins] == [37, 35, 28, 26]


def test_page_numbers_stand_at_the_outer_edge(city, path):
    as_docx(city, path)
    document = Document(str(path))
    section = document.sections[0]

    assert document.settings.odd_and_even_pages_header_footer
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        paragraph = footer.paragraphs[0]._p
        assert paragraph.find(f".//{qn('w:jc')}").get(qn("w:val")) == side
        assert paragraph.find(f".//{qn('w:fldSimple')}").get(qn("w:instr")).strip() == "PAGE"


def test_styles_carry_chinese_fonts_and_the_language_is_chinese(city, path):
    as_docx(city, path)
    styles = Document(str(path)).styles

    for name, font in (
        ("Normal", "仿宋_GB2312"),
        ("Heading 1", "黑体"),
        ("Title", "方正小标宋简体"),
    ):
        fonts = styles[name].element.rPr.find(qn("w:rFonts"))
        assert fonts.get(qn("w:eastAsia")) == font
        assert fonts.get(qn("w:eastAsiaTheme")) is None
    language = styles.element.find(f".//{qn('w:lang')}")
    assert language.get(qn("w:eastAsia")) == "zh-CN"


def test_the_name_of_the_sender_stands_above_the_middle_of_the_day(city, path, heading):
    as_docx(city, path, heading=heading)
    name, day = (
        one
        for one in Document(str(path)).paragraphs
        if one.style.name in {"Signature Name", "Signature Day"}
    )

    assert (name.text, day.text) == ("泰州市司法局", "2022年1月10日")
    assert name.paragraph_format.left_indent == day.paragraph_format.left_indent > Mm(80)
    assert name.style.element.pPr.find(qn("w:jc")).get(qn("w:val")) == "center"


def test_the_end_of_the_text_the_annexes_and_the_signature_are_not_torn_apart(city, path, heading):
    as_docx(city, path, heading=heading)
    paragraphs = Document(str(path)).paragraphs
    day = next(at for at, one in enumerate(paragraphs) if one.style.name == "Signature Day")

    kept = [
        one.paragraph_format.keep_with_next or one.style.paragraph_format.keep_with_next
        for one in paragraphs[day - 5 : day]
    ]
    assert kept == [True] * 5
    assert paragraphs[day - 5].style.name == "Normal"


def test_heads_of_tables_are_repeated_and_rows_are_not_split(city, path):
    as_docx(city, path)
    tables = Document(str(path)).tables

    assert len(tables) == 14  # six in the text, the list of offices, seven offices
    for table in tables:
        rows = table._tbl.tr_lst
        assert rows[0].find(f".//{qn('w:tblHeader')}") is not None
        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)


def test_each_office_has_a_heading_that_links_lead_to(city, path):
    as_docx(city, path)
    body = Document(str(path)).element.body

    bookmarks = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    links = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))}
    assert len(bookmarks) == len(city.offices)
    assert links == set(bookmarks)


def test_charts_are_pictures_with_words_for_those_who_do_not_see_them(city, path):
    as_docx(city, path)
    shapes = Document(str(path)).inline_shapes

    assert len(shapes) == 2
    assert all(abs(shape.width - Mm(156)) < Mm(1) for shape in shapes)
    assert "海陵区33.3%" in shapes[0]._inline.docPr.get("descr")


def test_the_same_judgement_gives_the_same_bytes(city, path, tmp_path, heading):
    as_docx(city, path, heading=heading)
    as_docx(city, tmp_path / "again.docx", heading=heading)

    assert path.read_bytes() == (tmp_path / "again.docx").read_bytes()
    assert Document(str(path)).core_properties.created.date() == city.as_of


def test_without_a_chinese_font_the_text_says_that_nothing_was_drawn(city, path, monkeypatch):
    monkeypatch.setattr(drawing, "chinese_font", lambda: None)
    as_docx(city, path)

    assert not Document(str(path)).inline_shapes
    assert "本机没有中文字体" in docx_text(path)
