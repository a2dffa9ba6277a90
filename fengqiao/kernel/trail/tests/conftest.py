"""A district with two offices, each with a director and an assistant, and an auditor above them."""

from datetime import date
from typing import NamedTuple

import pytest
from django.db import transaction

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.tree import grow
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.audit.recording import record


class Scene(NamedTuple):
    """`office` with its director, clerk and auditor; `beside` is another office, `abroad` the
    auditor of another district."""

    office: Area
    beside: Area
    director: User
    clerk: User
    auditor: User
    abroad: User


@pytest.fixture
def scene(db) -> Scene:
    (city,) = grow([(None, AreaKind.CITY)])
    one, other = grow([(city, AreaKind.DISTRICT), (city, AreaKind.DISTRICT)])
    (town,) = grow([(one, AreaKind.TOWN)])
    office, beside = grow([(town, AreaKind.OFFICE), (town, AreaKind.OFFICE)])
    return Scene(
        office,
        beside,
        holder("director", "陆建国", Role.DIRECTOR, office),
        holder("clerk", "许晓燕", Role.ASSISTANT, office),
        holder("auditor", "葛明珠", Role.AUDITOR, one),
        holder("abroad", "范国栋", Role.AUDITOR, other),
    )


def holder(username: str, name: str, role: Role, area: Area) -> User:
    user = User.objects.create_user(username, name=name)
    user.grants.create(role=role, area=area, begins_on=date(2020, 1, 1))
    return user


@pytest.fixture
def opened(scene) -> Entry:
    """The clerk opened something of a person of the office, for a reason that names somebody."""
    with transaction.atomic():
        return record(
            "people.opened",
            by=scene.clerk,
            subject=scene.clerk,
            area=scene.office,
            label="人员档案 7 号",
            fields=["电话"],
            purpose="调解",
            reason="张三来电核对",
        )
