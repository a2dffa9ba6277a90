from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fengqiao.lib.rounding import half_away


@pytest.mark.parametrize(
    ("value", "places", "said"),
    [
        (Fraction(1, 20), 1, "0.1"),
        (Fraction(-1, 20), 1, "-0.1"),
        (Fraction(1, 8), 2, "0.13"),
        (Fraction(-155, 10), 1, "-15.5"),
        (Fraction(-1, 1000), 1, "0.0"),
        (Fraction(9996, 100), 1, "100.0"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(287380, 100), 2, "2873.80"),
    ],
)
def test_half_goes_away_from_zero(value, places, said):
    assert half_away(value, places) == said


@given(st.decimals(-(10**9), 10**9, places=5), st.integers(1, 3))
def test_any_number_is_rounded_as_decimal_rounds_it(value, places):
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert Decimal(half_away(Fraction(value), places)) == rounded
