import io

import pytest
from docx import Document

from fengqiao.kernel.documents import filling, sealing, word
from fengqiao.kernel.documents.layouts import Cell, Form, Para, Seal, Signs, Title
from fengqiao.lib.faults import InputRefused

LAYOUT = (
    Title("申请书"),
    Form(((Cell("申请人", "{{ 申请方 }}"),),)),
    Para("事实:{{ 事实 }}"),
    Signs(("签名:",)),
    Seal("{{ 调解组织 }}"),
)
VALUES = {
    "申请方": "周海涛\n钱春梅",
    "事实": "一、漏水\n二、没有修",
    "调解组织": "",
    "日期": "2026年12月1日",
    "案号": "(2026)海陵人调字第00012号",
    "校验码": "AAAA",
}


def saved(document):
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def opened(data):
    return Document(io.BytesIO(data))


def written(*runs):
    """A Word file with one paragraph, cut as Word cuts it."""
    document = Document()
    line = document.add_paragraph()
    for text in runs:
        line.add_run(text)
    return saved(document)


@pytest.fixture(scope="module")
def made():
    return opened(filling.fill(word.template(LAYOUT), VALUES, sealing.picture("https://x")))


def test_a_value_of_several_lines_is_several_paragraphs_with_the_same_style(made):
    lines = [line for line in made.paragraphs if "漏水" in line.text or "没有修" in line.text]
    assert [line.text for line in lines] == ["事实\uff1a一、漏水", "二、没有修"]
    assert lines[0].style.name == lines[1].style.name


def test_in_a_form_it_stays_in_its_cell(made):
    assert made.tables[0].rows[0].cells[1].text == "周海涛\n钱春梅"


def test_a_place_without_value_is_left_to_the_pen(made):
    assert any(line.text == "________" for line in made.paragraphs)


def test_number_and_code_stand_in_the_head_of_the_page(made):
    head = made.sections[0].first_page_header
    assert VALUES["案号"] in head.paragraphs[0].text
    assert head.part.related_parts, "the picture of the code"


def test_a_place_that_word_cut_into_runs_is_found():
    made = opened(filling.fill(written("由{{ 事", "实 }", "}承办"), {"事实": "甲"}, None))
    assert made.paragraphs[0].text == "由甲承办"


def test_what_a_template_asks_for_is_listed():
    assert filling.checked(word.template(LAYOUT), set(VALUES) | {word.CODE}) >= {"申请方", "事实"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ 没有的 }}", "没有的"),
        ("{{ 事实", "{{"),
        ("{% for x in y %}", "{%"),
        ("{{ a.b }}", "{{"),
    ],
)
def test_a_template_that_asks_for_something_else_is_refused_with_its_place(text, said):
    with pytest.raises(InputRefused, match=said.replace("{", r"\{")):
        filling.checked(written(text), {"事实"})


def test_a_file_that_is_no_word_file_is_refused():
    with pytest.raises(InputRefused, match="读不通"):
        filling.checked(b"PK", set())
