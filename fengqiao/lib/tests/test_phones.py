import pytest
from hypothesis import given
from hypothesis import strategies as st

from fengqiao.lib.faults import InputRefused
from fengqiao.lib.phones import e164, spoken


@pytest.mark.parametrize(
    ("typed", "number", "said"),
    [
        ("13812345678", "+8613812345678", "13812345678"),
        ("138 1234-5678", "+8613812345678", "13812345678"),
        ("008613812345678", "+8613812345678", "13812345678"),
        ("\uff11\uff13812345678", "+8613812345678", "13812345678"),
        ("0523-86881234", "+8652386881234", "0523-86881234"),
        ("(0523)8688 1234", "+8652386881234", "0523-86881234"),
        ("86881234", "+8652386881234", "0523-86881234"),
        ("010-62281234", "+861062281234", "010-62281234"),
        ("4008001234", "+864008001234", "+864008001234"),
        ("+852 9123 4567", "+85291234567", "+85291234567"),
    ],
)
def test_a_number_is_one_text_however_it_was_typed(typed, number, said):
    assert e164(typed, "0523") == number
    assert spoken(number) == said


@given(st.integers(0, 99_999_999), st.sampled_from(["138", "159", "177", "199"]))
def test_what_is_spoken_is_read_as_the_same_number(line, head):
    number = e164(f"{head}{line:08}")
    assert e164(spoken(number)) == number


@pytest.mark.parametrize(
    "typed", ["", "110", "12348", "1381234567", "86881234", "0523-12", "没有", "0523-86881234转801"]
)
def test_what_cannot_be_called_is_refused_with_a_sentence(typed):
    with pytest.raises(InputRefused, match="11位手机号"):
        e164(typed)
