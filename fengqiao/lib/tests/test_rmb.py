from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fengqiao.lib.rmb import MOST, capitals, read

AMOUNTS = st.decimals(min_value=0, max_value=MOST, places=2)
SIGNS = st.text("零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整", max_size=12)


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "零元整"),
        ("0.03", "叁分"),
        ("102.50", "壹佰零贰元伍角整"),
        ("5000", "伍仟元整"),
        ("20000.10", "贰万元壹角整"),
        ("1050000", "壹佰零伍万元整"),
        ("100010001", "壹亿零壹万零壹元整"),
        ("12.05", "壹拾贰元零伍分"),
    ],
)
def test_an_amount_is_said_as_papers_say_it(amount, words):
    assert capitals(Decimal(amount)) == words


@given(AMOUNTS)
def test_what_is_said_is_read_back(amount):
    assert read(capitals(amount)) == amount
    assert read("人民币" + capitals(amount)) == amount


@given(SIGNS)
def test_a_muddle_of_signs_is_no_amount_or_one_that_is_said_alike(words):
    amount = read(words)
    assert amount is None or read(capitals(amount)) == amount


@pytest.mark.parametrize("words", ["", "整", "伍仟", "五千元", "壹万壹亿元", "伍仟元元", "贰贰元"])
def test_other_words_are_no_amount(words):
    assert read(words) is None


@pytest.mark.parametrize(("words", "amount"), [("伍仟圆正", "5000"), ("拾元整", "10")])
def test_common_ways_of_writing_are_read(words, amount):
    assert read(words) == Decimal(amount)


@pytest.mark.parametrize("amount", ["-1", "0.001", "1000000000000"])
def test_what_no_paper_says_is_refused(amount):
    with pytest.raises(ValueError, match="not an amount"):
        capitals(Decimal(amount))
