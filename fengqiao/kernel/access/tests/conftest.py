"""A small city with its administrators, as the matrix knows it."""

import pytest

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from tests.manners.matrix.world import World, make_world


@pytest.fixture
def world(db) -> World:
    return make_world()


@pytest.fixture
def director(world) -> User:
    return world.here.person(Role.DIRECTOR)


@pytest.fixture
def admin(world) -> User:
    """Of the district."""
    return world.here.person(Role.DISTRICT_ADMIN)


@pytest.fixture
def system(world) -> User:
    return world.here.person(Role.SYSTEM_ADMIN)


@pytest.fixture
def clerk(world) -> User:
    return world.here.person(Role.ASSISTANT)
