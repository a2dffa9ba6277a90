"""A small city for the tests of pages, written as rows."""

from datetime import date

from fengqiao.kernel.areas.divisions import Township, ensure_places
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area, AreaName
from fengqiao.kernel.areas.tree import grow
from fengqiao.registers.organisations.enums import Category, Party
from fengqiao.registers.organisations.models import (
    OfficeClass,
    OfficeFact,
    OfficeRecord,
    Room,
    Staff,
    StaffRecord,
)

SINCE = date(2021, 1, 1)


def make_office(
    number: int = 1,
    name: str = "",
    *,
    size: str = "中型",
    members: int = 0,
    township: Township | None = None,
) -> Area:
    """An office of 海陵区, or of the township, with a class, a value, a room and some full members
    of the party."""
    township = township or Township(f"3212020{number:02}", AreaKind.STREET, "海陵区")
    code = township.code
    places = ensure_places([township], SINCE)
    town = places.towns[code]
    (office,) = grow([(town, AreaKind.OFFICE)])
    office_name = name or f"第{number}司法所"
    AreaName.objects.create(area=office, code=code, name=office_name, begins_on=SINCE)
    OfficeRecord.objects.create(
        office=office,
        kind=township.kind.label,
        division=code,
        town=town,
        district_area=places.districts[township.district_key],
        begins_on=SINCE,
    )
    if size:
        OfficeClass.objects.create(office=office, size=size, why="按人口", begins_on=SINCE)
    OfficeFact.objects.create(office=office, fact="population", value=51234, begins_on=SINCE)
    OfficeFact.objects.create(office=office, fact="independent", value=1, begins_on=SINCE)
    Room.objects.create(office=office, room="依法治理室", begins_on=SINCE)
    for at in range(members):
        make_person(office, f"党员{at}", Party.FULL)
    return office


def make_person(office: Area, name: str, party: str = "", *, since: date = SINCE) -> Staff:
    """A social worker of the office."""
    person = Staff.objects.create(office=office, name=name, joined_on=since)
    StaffRecord.objects.create(
        staff=person, category=Category.SOCIAL_WORKER, party=party, begins_on=since
    )
    return person
