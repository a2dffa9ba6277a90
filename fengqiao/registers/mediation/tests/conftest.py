from typing import NamedTuple

import pytest

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.models import Area
from fengqiao.registers.mediation.models import Body
from fengqiao.registers.mediation.tests.made import make_body
from fengqiao.registers.people.tests.made import make_office, make_user


class World(NamedTuple):
    """An office with a committee of three, who works there, and who does not."""

    office: Area
    committee: Body
    clerk: User
    director: User
    mediator: User
    bureau: User
    city: User
    police: User  # a reader of nothing here
    stranger: User  # the clerk of another district
    there: Area


@pytest.fixture
def world(db):
    office, there = make_office("321202007", "京泰路司法所"), make_office("321281104", "安丰司法所")
    district = Area.objects.get_parent(Area.objects.get_parent(office))
    clerk = make_user(office)
    return World(
        office,
        make_body(office, clerk),
        clerk,
        make_user(office, Role.DIRECTOR),
        make_user(office, Role.MEDIATOR),
        make_user(district, Role.DISTRICT_BUREAU),
        make_user(Area.objects.get_parent(district), Role.CITY_BUREAU),
        make_user(Area.objects.get_parent(office), Role.POLICE),
        make_user(there),
        there,
    )


@pytest.fixture
def signed_in(world, sign_in):
    """A client for each of them: `signed_in.clerk`."""
    users = {name: value for name, value in world._asdict().items() if isinstance(value, User)}

    class Clients:
        def __getattr__(self, name):
            return sign_in(users[name])

    return Clients()
