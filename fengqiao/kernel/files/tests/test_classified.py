"""What bears the mark of a state secret is refused; what only speaks of secrets is not."""

import io

import pytest

from fengqiao.kernel.files.classified import is_marked, refuse_classified
from fengqiao.kernel.files.types import TYPES
from fengqiao.lib.faults import InputRefused


@pytest.mark.parametrize(
    "text",
    [
        "机密★1年\n关于专项行动的通知",
        "绝密★启用前\n试卷",
        "000001\n秘 密 ★ 10年\n特急",
        "\n\n机密\n通知",
        "【秘密】\n通知",
    ],
)
def test_a_mark_where_marks_stand(text):
    assert is_marked(text)


@pytest.mark.parametrize(
    "text",
    [
        "侵害商业秘密纠纷\n调解协议书",
        "绝密、机密、秘密三级如何区分?宣传材料",
        "双方应当保守秘密。",
        "保密承诺书\n国家秘密不得上网",
        "第一行\n" * 40 + "机密★",
        "",
    ],
)
def test_words_alone_are_no_mark(text):
    assert not is_marked(text)


@pytest.mark.parametrize(
    "name", ["机密★通知.txt", "【秘密】名单.txt", "绝密-方案.txt", "通知(机密).txt"]
)
def test_a_mark_in_the_name(name):
    with pytest.raises(InputRefused, match="保守国家秘密法第二十九条、第三十一条"):
        refuse_classified(name, TYPES["text"], b"")


@pytest.mark.parametrize("name", ["商业秘密纠纷.txt", "国家秘密法宣传.txt", "机密性评估.txt"])
def test_a_name_that_speaks_of_secrets(name):
    refuse_classified(name, TYPES["text"], b"")


def word(header, first):
    from docx import Document

    document = Document()
    document.sections[0].header.paragraphs[0].text = header
    document.add_paragraph(first)
    document.add_paragraph("正文")
    return saved(document)


def sheet(cell):
    from openpyxl import Workbook

    book = Workbook()
    book.active["A1"] = cell
    book.active["A2"] = "姓名"
    return saved(book)


def saved(made):
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def page(text):
    from weasyprint import HTML

    return HTML(string=f"<p>{text}</p><p>通知</p>").write_pdf()


@pytest.mark.parametrize(
    ("type_", "made"),
    [
        ("docx", lambda mark: word("", mark)),
        ("docx", lambda mark: word(mark, "通知")),
        ("xlsx", sheet),
        ("pdf", page),
        ("text", lambda mark: f"{mark}\n通知".encode()),
    ],
)
def test_the_mark_is_found_in_files_of_every_type(type_, made):
    refuse_classified("通知", TYPES[type_], made("关于值班的安排"))
    with pytest.raises(InputRefused, match="国家秘密"):
        refuse_classified("通知", TYPES[type_], made("机密★1年"))
