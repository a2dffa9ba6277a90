"""The world in which the matrix is asked: three districts in two cities, and one person a role."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.divisions import Township
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area, AreaName
from fengqiao.kernel.areas.tree import grow
from fengqiao.registers.organisations.models import OfficeRecord
from fengqiao.registers.organisations.tests.made import SINCE, make_office

BEGIN = date(2020, 1, 1)
OWN, COLLEAGUE, OTHER, ABOVE, LIST = "本区域", "同事", "他区域", "上级", "列表"
SELF = "本人"
CITY_ROLES = (Role.CITY_BUREAU, Role.SYSTEM_ADMIN, Role.AUDITOR)
DISTRICT_ROLES = (Role.DISTRICT_BUREAU, Role.DISTRICT_ADMIN, Role.COURT)
TOWN_ROLES = (Role.TOWNSHIP, Role.POLICE)


@dataclass(frozen=True)
class Spot:
    """An office with the places around it, and the persons who work there by their role."""

    office: Area
    town: Area
    village: Area

    @cached_property
    def district(self) -> Area:
        return Area.objects.get_parent(self.town)

    @cached_property
    def city(self) -> Area:
        return Area.objects.get_parent(self.district)

    @cached_property
    def people(self) -> dict[Role, User]:
        """Made when first asked for."""
        return {}

    def seat(self, role: Role) -> Area:
        """The area to which such a role is bound."""
        if role in CITY_ROLES:
            return self.city
        if role in DISTRICT_ROLES:
            return self.district
        if role in TOWN_ROLES:
            return self.town
        return self.village if role == Role.VILLAGE_ADVISER else self.office

    def person(self, role: Role) -> User:
        """Who holds the role here."""
        if role not in self.people:
            username = f"{role}-{self.office.pk}"
            user = User.objects.create_user(username, name=f"{self.seat(role)} {role.label}")
            user.grants.create(role=role, area=self.seat(role), begins_on=BEGIN)
            self.people[role] = user
        return self.people[role]


@dataclass(frozen=True)
class World:
    here: Spot
    there: Spot  # another district of the same city
    far: Spot  # another city

    def other(self, role: Role | None) -> Spot:
        """Where somebody of the role has no business."""
        return self.far if role in CITY_ROLES else self.there


def make_world() -> World:
    return World(
        make_spot(Township("321202001", AreaKind.STREET, "海陵区"), "甲司法所"),
        make_spot(Township("321281104", AreaKind.TOWN, "兴化市"), "乙司法所"),
        make_spot(Township("320102002", AreaKind.STREET, "玄武区"), "丙司法所"),
    )


def make_spot(township: Township, name: str) -> Spot:
    """An office in a town of its own, with a village."""
    office = make_office(name=name, township=township, members=1)
    town = OfficeRecord.objects.get(office=office).town
    (village,) = grow([(town, AreaKind.VILLAGE)])
    code = f"{township.code}201"
    AreaName.objects.create(area=village, code=code, name=f"{name}村", begins_on=SINCE)
    return Spot(office, town, village)
