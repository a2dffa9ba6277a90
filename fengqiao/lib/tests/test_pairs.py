import pytest
from hypothesis import given
from hypothesis import strategies as st

from fengqiao.lib.pairs import pairs


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("周", []),
        ("周海", ["周海"]),
        ("周海涛", ["周海", "海涛"]),
        ("哈哈哈", ["哈哈"]),
    ],
)
def test_signs_beside_each_other_are_a_pair(text, found):
    assert pairs(text) == found


@given(st.text(), st.text(min_size=2), st.text())
def test_a_part_of_a_text_has_no_pair_that_the_text_lacks(before, part, behind):
    assert set(pairs(part)) <= set(pairs(before + part + behind))
