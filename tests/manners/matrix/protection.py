"""Which list of destruction is asked for, which hold, and which record is to be held."""

from fengqiao.kernel.accounts.enums import Role
from fengqiao.registers.protection.actions.holding import hold
from fengqiao.registers.protection.models import Destruction
from tests.manners.matrix.asked import of_office
from tests.manners.matrix.people import known
from tests.manners.matrix.world import BEGIN, Spot


def listed(spot: Spot) -> dict[str, object]:
    """A list of the office that nobody has looked through yet."""
    made = Destruction.objects.create(
        kind="people.person", area=spot.office, rule="KEP-01", period="3年", proposed_on=BEGIN
    )
    return {"pk": made.pk}


def held(spot: Spot) -> dict[str, object]:
    """A person of the office who is held back."""
    made = hold(
        kind="people.person",
        subject_id=known(spot).pk,
        area=spot.office,
        reason="诉讼",
        until=None,
        by=spot.person(Role.DIRECTOR),
    )
    return {"pk": made.pk}


LISTS = ("destruction", "ask", "confirm", "return", "print")

RECORDS = {
    **{f"protection:{name}": of_office(listed) for name in LISTS},
    "protection:hold": of_office(lambda spot: {"kind": "people.person", "pk": known(spot).pk}),
    "protection:lift": of_office(held),
}
