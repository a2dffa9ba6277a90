from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fengqiao.lib.faults import InputRefused
from fengqiao.lib.resident_id import age_on, check_digit, read

TODAY = date(2026, 11, 25)
FULL_WIDTH = 0xFEE0  # from a sign to the same in full width
DAYS = st.dates(date(1900, 1, 1), TODAY)


@st.composite
def numbers(draw):
    """Numbers in order, of any area, day and place in the row."""
    area = draw(st.integers(110000, 659999))
    first = f"{area}{draw(DAYS):%Y%m%d}{draw(st.integers(0, 999)):03}"
    return first + check_digit(first)


def refusal(text):
    with pytest.raises(InputRefused) as refused:
        read(text, TODAY)
    return refused.value.message


def test_the_example_of_the_national_standard_is_in_order():
    found = read("11010519491231002X")
    assert (found.born_on, found.sex) == (date(1949, 12, 31), "female")
    assert read("440524188001010014").sex == "male"


@given(numbers(), st.sampled_from([" ", "-", "\u3000"]))
def test_a_number_is_read_however_it_was_typed(number, between):
    typed = "".join(chr(ord(sign) + FULL_WIDTH) for sign in number.lower())
    assert read(f" {number[:6]}{between}{number[6:]} ").number == number
    assert read(typed, TODAY).number == number


@given(numbers(), st.integers(0, 17), st.sampled_from("0123456789X"))
def test_one_wrong_sign_is_always_found(number, at, sign):
    wrong = number[:at] + sign + number[at + 1 :]
    assert wrong == number or refusal(wrong)


@given(numbers(), st.integers(0, 16))
def test_two_neighbours_exchanged_are_always_found(number, at):
    swapped = number[:at] + number[at + 1] + number[at] + number[at + 2 :]
    assert swapped == number or refusal(swapped)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("110105491231002", "15位的旧号码"),
        ("11010519491231002", "应为18位,现为17位"),
        ("", "现为0位"),
        ("1101051949123100AX", "前17位应为数字"),
        ("010105194912310025", "前17位应为数字"),
        ("110105194913310021", "出生日期,现为19491331"),
        ("110105184912310025", "出生日期,现为18491231"),
        ("110105203001010013", "出生日期,现为20300101"),
        ("110105194912310021", "最后一位"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(typed, said):
    assert said in refusal(typed)


@given(DAYS, st.integers(0, 40000))
def test_an_age_grows_by_one_on_the_birthday(born_on, days):
    day = born_on + timedelta(days=days)
    age = age_on(born_on, day)
    assert age == sum(
        (day.month, day.day) >= (born_on.month, born_on.day) if year == day.year else True
        for year in range(born_on.year + 1, day.year + 1)
    )


def test_who_was_born_on_a_leap_day_is_older_on_the_first_of_march():
    assert age_on(date(2012, 2, 29), date(2026, 2, 28)) == 13
    assert age_on(date(2012, 2, 29), date(2026, 3, 1)) == 14
