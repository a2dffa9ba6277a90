"""Which arrangement of holidays is asked for; they hold for the whole system."""

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.deadlines.models import Arrangement
from tests.manners.matrix.asked import fixed, of_system
from tests.manners.matrix.world import BEGIN, Spot


def entered(spot: Spot) -> dict[str, int]:
    """Entered by somebody of the city."""
    by = spot.person(Role.CITY_BUREAU)
    found = Arrangement.objects.create(year=2027, number="号", issued_on=BEGIN, entered_by=by)
    return {"pk": found.pk}


RECORDS = {"deadlines:year": fixed(year=2026)} | {
    f"deadlines:{name}": of_system(entered) for name in ("arrangement", "confirm", "discard")
}
