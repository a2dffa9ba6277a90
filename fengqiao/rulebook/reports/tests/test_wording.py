"""Numbers that do not lie by rounding."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fengqiao.rulebook.reports.wording import amount, day, goal, listed, percent, rounded, said


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (Fraction(0), "0.0%"),
        (Fraction(1, 4), "25.0%"),
        (Fraction(2, 3), "66.7%"),
        (Fraction(1, 16), "6.3%"),
        (Fraction(1), "100.0%"),
        (Fraction(9996, 10000), "99.9%"),
        (Fraction(1, 100000), "0.1%"),
    ],
)
def test_a_rate_has_one_decimal_and_is_whole_only_when_it_is(share, text):
    assert percent(share) == text


def test_a_rate_just_below_the_target_is_not_printed_as_the_target():
    assert percent(Fraction(8997, 10000), Fraction(9, 10)) == "89.9%"
    assert percent(Fraction(9, 10), Fraction(9, 10)) == "90.0%"


@given(st.fractions(0, 1), st.fractions(0, 1))
def test_rounding_keeps_on_its_side_of_the_target_and_of_the_whole(share, target):
    shown = rounded(share, target)

    assert abs(shown - share) <= Fraction(1, 1000)
    assert (shown >= 1) == (share == 1)
    assert (shown > 0) == (share > 0)
    assert shown < target or share >= target or shown == Fraction(1, 1000)


def test_a_target_is_printed_as_the_plan_writes_it():
    assert goal(Fraction(9, 10)) == "90%"
    assert goal(Fraction(625, 1000)) == "62.5%"


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (400, "m²", "400m²"),
        (260.5, "m²", "260.5m²"),
        (0.1 + 0.2, "", "0.3"),
        (1e7, "", "10000000"),
        (True, "", "是"),
        (False, "人", "否"),
        (None, "人", "—"),
        (0, "人", "0人"),
    ],
)
def test_an_amount_is_said_with_its_unit(value, unit, text):
    assert amount(value, unit) == text


def test_a_day_and_a_list_read_as_in_a_letter():
    assert day(date(2021, 8, 9)) == "2021年8月9日"
    assert listed(["甲", "乙"], limit=2) == "甲、乙"
    assert listed(["甲", "乙", "丙"], limit=2) == "甲、乙等3个"


def test_a_text_loses_what_no_document_can_hold_and_keeps_rare_names():
    assert said("龘𬭬\x00\x0b\ud800所") == "龘𬭬所"
    assert said("市(区)") == "市\uff08区\uff09"
