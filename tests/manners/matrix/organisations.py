"""Which office, person or place is asked for."""

from django.core.files.uploadedfile import SimpleUploadedFile

from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.files.tests.conftest import picture
from fengqiao.registers.organisations.actions import add_photo
from fengqiao.registers.organisations.models import Staff, StaffRecord
from fengqiao.registers.organisations.tests.made import SINCE
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


def photo(spot: Spot) -> dict[str, object]:
    """A photo of the office."""
    upload = SimpleUploadedFile("a.jpg", picture())
    told = {"shows": "front", "taken_on": SINCE, "remark": ""}
    return {"pk": add_photo(office=spot.office, upload=upload, **told, by=None).pk}


RECORDS = {
    "organisations:add_photo": HERE,
    "organisations:photo": of_office(photo),
    "organisations:end_photo": of_office(photo),
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
    "organisations:make_account": of_office(lambda spot: {"pk": person(spot).pk}),
    "organisations:take_account": of_office(lambda spot: {"pk": person(spot).pk}),
    "organisations:bind_account": of_office(lambda spot: {"pk": person(spot).pk}),
    "organisations:take_back": of_office(left),
    "organisations:place": of_area(place),
    "organisations:new_place": TOWN,
    "organisations:rename_place": TOWN,
    "organisations:end_place": TOWN,
}
