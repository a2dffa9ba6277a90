"""Offices of two districts, their people, and persons who are known to them."""

from datetime import date
from itertools import count

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.divisions import Township, ensure_places
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area, AreaName
from fengqiao.kernel.areas.tree import grow
from fengqiao.lib.resident_id import check_digit
from fengqiao.registers.people.actions import add_person
from fengqiao.registers.people.enums import Paper
from fengqiao.registers.people.models import Person

SINCE = date(2021, 1, 1)
DISTRICTS = {"321202": "海陵区", "321281": "兴化市"}
_numbers = count(1)


def make_office(code: str = "321202007", name: str = "") -> Area:
    """An office in the town of that code."""
    township = Township(code, AreaKind.STREET, DISTRICTS[code[:6]])
    places = ensure_places([township], SINCE)
    (office,) = grow([(places.towns[code], AreaKind.OFFICE)])
    AreaName.objects.create(area=office, code=code, name=name or f"{code}司法所", begins_on=SINCE)
    return office


def make_user(office: Area | None, role: Role = Role.ASSISTANT) -> User:
    """Somebody who works in the office."""
    user = User.objects.create_user(f"user{next(_numbers)}", name="许晓燕")
    user.grants.create(role=role, area=office, begins_on=SINCE)
    return user


def make_number(born_on: str = "19800101", sequence: int | None = None) -> str:
    """A number in order, of an area that does not exist."""
    first = f"321299{born_on}{(next(_numbers) if sequence is None else sequence) % 1000:03}"
    return first + check_digit(first)


def make_person(office: Area, by: User | None = None, **values: object) -> Person:
    """A person whom the office knows."""
    known: dict[str, object] = {"name": "周海涛", "paper": Paper.RESIDENT}
    if values.get("paper", Paper.RESIDENT) == Paper.RESIDENT and "id_number" not in values:
        known["id_number"] = make_number()
    return add_person(area=office, by=by, **known | values)
