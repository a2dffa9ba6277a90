from typing import NamedTuple

import pytest

from fengqiao.duties.disputes.tests.made import made, make_office, make_user
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.models import Area


class Office(NamedTuple):
    """An office, who works there, and who does not."""

    area: Area
    clerk: User
    director: User
    mediator: User
    other_mediator: User
    bureau: User
    stranger: User  # the clerk of another district
    there: User  # the director of that one

    @property
    def stranger_area(self) -> Area:
        """Where they work."""
        return self.there.grants.get().area


@pytest.fixture
def office(db):
    here, there = make_office("321202007", "京泰路司法所"), make_office("321281104", "安丰司法所")
    district = Area.objects.get(path=here.path[: 2 * Area.steplen])
    people = {
        "clerk": make_user(here),
        "director": make_user(here, Role.DIRECTOR),
        "mediator": make_user(here, Role.MEDIATOR),
        "other_mediator": make_user(here, Role.MEDIATOR),
        "bureau": make_user(district, Role.DISTRICT_BUREAU),
        "stranger": make_user(there),
        "there": make_user(there, Role.DIRECTOR),
    }
    for name, user in people.items():
        User.objects.filter(pk=user.pk).update(name=f"{name}甲")
        user.refresh_from_db()
    return Office(here, **people)


@pytest.fixture
def case(office):
    return made(office.area, office.clerk)


@pytest.fixture
def clerk(office, sign_in):
    return sign_in(office.clerk)


@pytest.fixture
def stranger(office, sign_in):
    return sign_in(office.stranger)


@pytest.fixture
def bureau(office, sign_in):
    return sign_in(office.bureau)


@pytest.fixture
def mediator(office, sign_in):
    return sign_in(office.mediator)
