"""With whom an office is compared: the others of its class in the same city."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.utils import timezone

from fengqiao.kernel.indicators.places import CITY, offices_in
from fengqiao.lib.rounding import half_away
from fengqiao.oversight.reports.shown import Shown
from fengqiao.oversight.reports.territory import Territory
from fengqiao.registers.organisations.models import OfficeClass

LEAST = 5  # others: of fewer an average would tell what one of them has


@dataclass(frozen=True, slots=True)
class Peers:
    """The class (大型, 中型, 小型) and the other offices that bear it."""

    size: str
    offices: list[int]

    def said(self, theirs: Shown) -> str:
        """A rate of all of them together, of anything else so much for each office."""
        number = theirs.number
        if number is None or theirs.value.among is not None:
            return theirs.said
        unit = theirs.said.rpartition(" ")[2]
        return (
            f"{half_away(Fraction(number, len(self.offices)), 2 if theirs.scale > 1 else 1)} {unit}"
        )


def peers_of(place: Territory, day: date) -> Peers | None:
    """None for a place of several offices or none, for one without a class, and among too few."""
    own = place.offices_on(day)
    if len(own) != 1:
        return None
    beside = [one.office for one in offices_in(place.digits[:CITY], day)]
    known = OfficeClass.objects.on(min(day, timezone.localdate())).filter(office__in=beside)
    sizes = dict(known.values_list("office", "size"))
    size = sizes.get(own[0])
    others = [office for office, one in sizes.items() if one == size and office != own[0]]
    return Peers(size, others) if size and len(others) >= LEAST else None
