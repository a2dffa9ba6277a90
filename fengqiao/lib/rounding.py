"""Numbers as official reports print them: a fixed number of places, half away from zero."""

from fractions import Fraction


def half_away(value: Fraction, places: int) -> str:
    """The exact fraction with `places` decimals: "96.9", "-15.5"; nothing that is nothing has a minus."""
    times = 10**places
    steps = int(abs(value) * times + Fraction(1, 2))
    whole, rest = divmod(steps, times)
    sign = "-" if value < 0 and steps else ""
    return f"{sign}{whole}.{rest:0{places}d}" if places else f"{sign}{whole}"
