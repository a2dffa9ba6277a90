"""Width, spaces and invisible characters."""

import pytest

from fengqiao.lib.workbook.text import clean, header_key, plain


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("\u3000张三\u00a0", "张三"),
        ("\u200b张\u200d三\ufeff", "张三"),
        ("\uff28\uff081\uff09", "H(1)"),
        ("\uff13\uff12\uff11", "321"),
        ("王\u9f98\U00020bb7", "王\u9f98\U00020bb7"),
        ("甲\uff0c乙", "甲\uff0c乙"),
        ("a\x00b\x0b", "ab"),
        ("  ", ""),
    ],
)
def test_text_is_trimmed_and_half_width_where_it_is_a_letter_digit_or_bracket(typed, meant):
    assert clean(typed) == meant


def test_a_number_or_date_is_folded_with_all_its_marks():
    assert plain("\uff12\uff10\uff12\uff11\uff0d\uff18\uff0e\uff11") == "2021-8.1"


@pytest.mark.parametrize(
    "typed", ["市(区)", "市\uff08区\uff09", " 市 (区)* ", "市(区)\uff0a", "*市(区)\n"]
)
def test_one_header_may_be_typed_in_many_ways(typed):
    assert header_key(typed) == "市(区)"
