from typing import NamedTuple

import pytest

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.models import Area
from fengqiao.registers.people.tests.made import make_office, make_user


class Offices(NamedTuple):
    """Two offices of two districts and who works there."""

    own: Area
    other: Area
    clerk: User
    director: User
    stranger: User  # the clerk of the other office


@pytest.fixture
def offices(db):
    own, other = make_office("321202007", "京泰路司法所"), make_office("321281104", "安丰司法所")
    return Offices(
        own,
        other,
        make_user(own),
        make_user(own, Role.DIRECTOR),
        make_user(other),
    )


@pytest.fixture
def clerk(offices, sign_in):
    return sign_in(offices.clerk)


@pytest.fixture
def stranger(offices, sign_in):
    return sign_in(offices.stranger)


@pytest.fixture
def reader(offices, sign_in):
    """Somebody who works in the same place and has no right to persons."""
    return sign_in(make_user(offices.own, Role.MEDIATOR))
