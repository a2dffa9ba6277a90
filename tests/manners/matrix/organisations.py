"""Which office, person or place is asked for."""

from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area
from fengqiao.registers.organisations.models import Staff, StaffRecord
from tests.manners.matrix.asked import of_area, of_office
from tests.manners.matrix.world import Spot

HERE = of_office(lambda spot: {"pk": spot.office.pk})
TOWN = of_office(lambda spot: {"pk": spot.town.pk})


def place(area: Area) -> dict[str, object]:
    """The place itself; for an office the town in which it lies."""
    town = Area.objects.get_parent(area) if area.kind == AreaKind.OFFICE else area
    return {"pk": town.pk}


def person(spot: Spot) -> Staff:
    return Staff.objects.get(office=spot.office)


def left(spot: Spot) -> dict[str, object]:
    """A record of somebody who has left, so that the end can be taken back."""
    records = StaffRecord.objects.filter(staff=person(spot))
    records.update(ends_on="2024-01-01")
    return {"listing": "staff", "pk": records.get().pk}


RECORDS = {
    "organisations:office": HERE,
    "organisations:change": HERE,
    "organisations:close": HERE,
    "organisations:class": HERE,
    "organisations:values": HERE,
    "organisations:findings": HERE,
    "organisations:rooms": HERE,
    "organisations:equipment": HERE,
    "organisations:join": HERE,
    "organisations:person": of_office(lambda spot: {"pk": person(spot).pk}),
    "organisations:leave": of_office(lambda spot: {"pk": person(spot).pk}),
    "organisations:take_back": of_office(left),
    "organisations:place": of_area(place),
    "organisations:new_place": TOWN,
    "organisations:rename_place": TOWN,
    "organisations:end_place": TOWN,
}
