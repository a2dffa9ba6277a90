"""Which person is asked for: one whom the office knows."""

from fengqiao.registers.people.models import Known, Person
from fengqiao.registers.people.tests.made import make_person
from tests.manners.matrix.asked import of_office
from tests.manners.matrix.world import Spot


def known(spot: Spot) -> Person:
    """Somebody known to the office; the same each time."""
    row = Known.objects.filter(area=spot.office).select_related("person").first()
    return row.person if row else make_person(spot.office)


HERE = of_office(lambda spot: {"pk": known(spot).pk})

RECORDS = {
    "people:person": HERE,
    "people:open": HERE,
    "people:change": HERE,
    "people:known": of_office(lambda spot: {"pk": known(spot).pk, "area": spot.office.pk}),
}
