"""Numbers as people and the judgement file want them: no `260.0`, no float dirt."""

from decimal import Decimal

Number = int | float


def tidy(value: Number | bool | None) -> Number | bool | None:
    """A whole double as an integer; anything else as it is."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def gap_between(required: Number | None, actual: Number | None) -> Number | None:
    """How much is missing, 0 where nothing is; exact in the decimals that the two numbers are
    written with."""
    if required is None or actual is None:
        return None
    missing = Decimal(str(required)) - Decimal(str(actual))
    return tidy(float(missing)) if missing > 0 else 0
