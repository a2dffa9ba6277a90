from typing import NamedTuple

import pytest

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.models import Area
from fengqiao.registers.people.tests.made import make_office, make_user


class World(NamedTuple):
    """An office, its district, who works there, and the clerk of another district."""

    office: Area
    district: Area
    clerk: User
    director: User
    bureau: User
    second: User  # of the same bureau
    admin: User
    auditor: User
    stranger: User


@pytest.fixture
def world(db):
    office, other = make_office("321202007", "京泰路司法所"), make_office("321281104", "安丰司法所")
    district = Area.objects.get_parent(Area.objects.get_parent(office))
    return World(
        office,
        district,
        make_user(office),
        make_user(office, Role.DIRECTOR),
        make_user(district, Role.DISTRICT_BUREAU),
        make_user(district, Role.DISTRICT_BUREAU),
        make_user(district, Role.DISTRICT_ADMIN),
        make_user(district, Role.AUDITOR),
        make_user(other, Role.DIRECTOR),
    )


@pytest.fixture
def signed_in(world, sign_in):
    """A client for each of them: `signed_in.director`."""
    users = {name: value for name, value in world._asdict().items() if isinstance(value, User)}

    class Clients:
        def __getattr__(self, name):
            return sign_in(users[name])

    return Clients()


@pytest.fixture
def reader(world, sign_in):
    """Somebody who works in the same place and has no right to any of it."""
    return sign_in(make_user(world.office, Role.MEDIATOR))
