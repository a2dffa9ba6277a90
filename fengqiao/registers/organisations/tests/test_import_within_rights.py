"""What a person may not change on a page he does not change by a file either."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import AreaName
from fengqiao.kernel.imports.grouping import grouped
from fengqiao.lib.faults import InputRefused
from fengqiao.lib.typography import typeset
from fengqiao.registers.organisations.importer.roster import plan_roster
from fengqiao.registers.organisations.tests.books import book_of
from fengqiao.registers.organisations.tests.rosters import OFFICE, roster_of, take_in

pytestmark = pytest.mark.django_db

DAY = date(2024, 6, 1)
MINE = OFFICE
OTHER = {
    "code": "321281104",
    "name": "安丰镇司法所",
    "district": "兴化市",
    "division": "321281104",
    "kind": "乡镇",
}
PERSON = {"office": OTHER["code"], "name": "吴正平", "category": "政法专项编制"}


@pytest.fixture
def clerk() -> User:
    """Of the bureau of 海陵区, in a city of two districts."""
    take_in(roster_of(offices=[MINE, OTHER], staff=[PERSON]), date(2021, 12, 31))
    name = AreaName.objects.of_kinds([AreaKind.DISTRICT]).get(name="海陵区")
    return _bureau("haling", name)


def _bureau(username: str, name: AreaName) -> User:
    user = User.objects.create_user(username, name="沈明远")
    begins = date(2020, 1, 1)
    user.grants.create(role=Role.DISTRICT_BUREAU, area=name.area, begins_on=begins)
    return user


@pytest.fixture
def file(tmp_path: Path) -> Any:
    """A workbook of such sheets."""
    return partial(book_of, tmp_path)


def plan(path: Path, by: User | None, skip: bool = False):
    return plan_roster(path, name=path.name, on=DAY, skip_bad_rows=skip, by=by)


def refused(path: Path, by: User) -> list[str]:
    with pytest.raises(InputRefused) as caught:
        plan(path, by)
    return [str(fault) for fault in caught.value.faults]


def test_an_office_of_another_district_is_refused_with_its_row(clerk, file):
    path = file(offices=[MINE, OTHER | {"name": "别的名字"}])
    (fault,) = refused(path, clerk)
    assert fault == typeset(
        "司法所 第3行 编码:现为“321281104”,兴化市的司法所不在您的工作区域(海陵区),不能导入"
    )


def test_leaving_bad_rows_out_takes_in_ones_own_alone(clerk, file):
    path = file(
        offices=[MINE | {"name": "城东司法所"}, OTHER | {"name": "别的名字"}], staff=[PERSON]
    )
    taken = plan(path, clerk, skip=True)
    assert {line.office for line in taken.content.changes} == {"城东司法所"}
    assert len(taken.left_out) == 2


def test_persons_of_an_office_of_another_district_are_refused(clerk, file):
    (fault,) = refused(file(offices=[MINE], staff=[PERSON | {"name": "新来的"}]), clerk)
    assert fault.startswith("人员 第2行 司法所编码")


def test_all_rows_of_a_foreign_district_are_told_in_one_sentence(clerk, file):
    new = OTHER | {"code": "321281199", "division": "321281199"}
    path = file(
        offices=[OTHER | {"name": "别的名字"}, new], staff=[PERSON, PERSON | {"name": "己"}]
    )
    with pytest.raises(InputRefused) as caught:
        plan(path, clerk)
    (group,) = grouped(caught.value.faults)
    assert (group["count"], group["sentence"][:3]) == (4, "兴化市")


def test_a_new_office_lies_in_ones_own_district(clerk, file):
    new = OTHER | {"code": "321281199", "division": "321281199"}
    (fault,) = refused(file(offices=[new]), clerk)
    assert typeset("兴化市的司法所不在您的工作区域(海陵区),不能导入") in fault
    fine = MINE | {"code": "321202099", "division": "321202099", "name": "新设司法所"}
    assert plan(file(offices=[fine]), clerk).content.changes


def test_ones_own_office_is_not_moved_to_another_district(clerk, file):
    (fault,) = refused(
        file(offices=[MINE | {"district": "兴化市", "division": "321281001"}]), clerk
    )
    assert "市(区)" in fault


def test_who_reaches_the_city_and_the_command_line_take_in_everything(clerk, file, cast):
    path = file(offices=[MINE, OTHER | {"name": "别的名字"}])
    for by in (cast.city, None):
        assert {line.office for line in plan(path, by).content.changes} == {"别的名字"}


def test_a_right_that_has_ended_takes_in_nothing_more(clerk, file):
    path = file(offices=[MINE | {"name": "城东司法所"}])
    assert plan(path, clerk).content.changes
    clerk.grants.update(ends_on=date(2024, 1, 1))
    assert refused(path, User.objects.get(pk=clerk.pk))
