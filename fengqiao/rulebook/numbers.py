"""Numbers as people and the judgement file want them: no `260.0`, no float dirt."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction

LONGEST = 6  # places that somebody may have typed; more come from a division
TWO_PLACES = Decimal("0.01")
Number = int | float


def tidy(value: Number | bool | None) -> Number | bool | None:
    """A whole double as an integer; anything else as it is."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def exact_gap(gap: Number | None, required: Number | None, actual: Number | None) -> Number | None:
    """The gap in the decimals that the two numbers are written with, free of float dirt."""
    if isinstance(gap, float) and gap > 0:
        return tidy(float(abs(Decimal(str(required)) - Decimal(str(actual)))))
    return gap


def said(value: Number, never: Number | None = None) -> str:
    """The number as a sentence says it: a long fraction to two places, which do not make it `never`."""
    if isinstance(value, int) or len(repr(value).partition(".")[2]) <= LONGEST:
        return str(tidy(value))
    rounded = Decimal(repr(value)).quantize(TWO_PLACES, ROUND_HALF_UP)
    if never is not None and rounded == Decimal(repr(never)):
        rounded = Decimal(repr(value)).quantize(TWO_PLACES, ROUND_DOWN)
    return f"{rounded.normalize():f}"


def decimal(value: Fraction) -> str:
    """A fraction whose decimals end, written out: no exponent, no zeros behind."""
    written = Decimal(value.numerator) / Decimal(value.denominator)
    return f"{written.normalize():f}" if written else "0"
