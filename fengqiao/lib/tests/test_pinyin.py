import pytest
from pypinyin import lazy_pinyin

from fengqiao.lib.pinyin import SURNAMES, initials, spelled


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("许晓燕", ("XXY",)),
        ("单雄信", ("SXX",)),
        ("覃珊", ("QS", "TS")),
        ("欧阳修", ("OYX",)),
        ("尉迟恭", ("YCG",)),
        ("古丽娜尔·买买提", ("GLNEMMT",)),
        ("Smith Jo", ("SMITHJO",)),
        ("𠮷野", ("𠮷Y",)),
        ("·", ()),
        ("", ()),
    ],
)
def test_a_name_has_the_letters_by_which_people_type_it(name, letters):
    assert initials(name) == letters


@pytest.mark.parametrize("surname", SURNAMES)
def test_every_listed_surname_would_be_read_otherwise(surname):
    assert tuple(lazy_pinyin(surname)) != SURNAMES[surname]


@pytest.mark.parametrize(
    ("name", "letters"),
    [("许晓燕", "xuxiaoyan"), ("单 建国", "shanjianguo"), ("古丽娜尔·A", "gulinaera"), ("", "")],
)
def test_a_name_is_spelled_as_a_user_name(name, letters):
    assert spelled(name) == letters
