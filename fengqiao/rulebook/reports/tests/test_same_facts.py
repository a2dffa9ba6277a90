"""Word, page and print say the same."""

import re

import pytest

from fengqiao.lib.typography import typeset
from fengqiao.rulebook.reports import as_docx, as_html, as_pdf, content
from fengqiao.rulebook.reports.blocks import Grid, Paragraph
from fengqiao.rulebook.reports.content import Report
from fengqiao.rulebook.reports.heading import Heading
from fengqiao.rulebook.reports.tables import printed

from .making import judged, office
from .reading import Page, docx_text, pdf_text

WRITERS = {
    "docx": (as_docx, docx_text),
    "html": (as_html, lambda path: Page(path).text),
    "pdf": (as_pdf, pdf_text),
}


@pytest.fixture(params=WRITERS)
def written(request, tmp_path):
    """Writes a judgement in one format and gives its text without blanks."""
    write, read = WRITERS[request.param]

    def text(judgement, **options):
        path = tmp_path / f"报告.{request.param}"
        write(judgement, path, **options)
        assert list(tmp_path.iterdir()) == [path]
        return bare(read(path))

    return text


def bare(text):
    return re.sub(r"\s", "", text)


def test_every_sentence_and_every_cell_is_there(written, city, heading, left_out):
    text = written(city, heading=heading, left_out=left_out)

    blocks = list(Report(city, heading, left_out).blocks())
    for block in blocks:
        if isinstance(block, Paragraph):
            assert bare(typeset(block.text)) in text
        if isinstance(block, Grid):
            for row in block.table.rows:
                assert all(bare(printed(cell)) in text for cell in row)


def test_the_heading_stands_above_and_below(written, city, heading):
    text = written(city, heading=heading)

    assert text.count("泰州市司法局") >= 2
    assert "泰司发〔2022〕3号" in text
    assert "2022年1月10日" in text
    assert bare(typeset("各市(区)司法局:")) in text


def test_without_a_heading_the_place_for_name_seal_and_day_is_open(written, city):
    text = written(city)

    assert bare(typeset(content.SIGNED_BY)) in text
    assert bare(content.SIGNED_ON) in text


def test_hostile_names_are_text_and_rare_characters_stay(written, hostile):
    text = written(hostile)

    assert "=1+1" in text
    assert "@龘区" in text
    assert "<b>𠮷野&𬭬镇</b>司法所" in text


def test_one_office_that_meets_makes_a_report_too(written):
    text = written(judged([office("01")]))

    assert "各司法所均无未达标项目。" in text
    assert "无此类司法所" in text
    assert "100.0%" in text


def test_a_city_whose_offices_have_no_class_makes_a_report_too(written):
    text = written(judged([office("01", size=None)]), heading=Heading(issuer="某司法局"))

    assert "尚未确定分类1个" in text
    assert "未分类" in text
