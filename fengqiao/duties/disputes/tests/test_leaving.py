from datetime import timedelta

import pytest
from django.utils import timezone

from fengqiao.duties.disputes.actions import act
from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.tests.made import made
from fengqiao.kernel.access.handing_over import hand_over
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.accounts.open_work import left_behind, work_of
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.deadlines.models import Term
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.people.tests.made import make_user


@pytest.fixture
def case(office):
    return made(office.area, office.mediator)


@pytest.fixture
def admin(office):
    district = Area.objects.get(path=office.area.path[: 2 * Area.steplen])
    return make_user(district, Role.DISTRICT_ADMIN)


def keys(case):
    return [f"disputes.dispute:{case.pk}"]


def test_a_mediator_at_work_has_left_nothing_behind(office, case, admin):
    assert left_behind(admin, timezone.localdate()) == {}
    assert [piece.key for piece in work_of(office.mediator, admin)] == keys(case)


def test_what_he_leaves_is_found_and_passed_on_by_who_never_sees_the_case(office, case, admin):
    yesterday = timezone.localdate() - timedelta(days=1)
    office.mediator.grants.update(ends_on=yesterday)
    assert left_behind(admin, timezone.localdate()) == {office.mediator: 1}
    hand_over(user=office.mediator, to=office.clerk, keys=keys(case), by=admin)
    case.refresh_from_db()
    assert case.owner == office.clerk
    assert Term.objects.about(case).get().owner == office.clerk
    assert case.events.get(act="hand_over").by == admin
    assert left_behind(admin, timezone.localdate()) == {}


def test_it_goes_to_nobody_who_does_not_mediate_there(office, case, admin):
    with pytest.raises(InputRefused):
        hand_over(user=office.mediator, to=office.stranger, keys=keys(case), by=admin)
    case.refresh_from_db()
    assert case.owner == office.mediator


def test_who_works_in_another_office_reads_the_closed_cases_of_the_old_one_no_more(office):
    case = made(office.area, office.clerk)
    withdrawn = {"on": case.registered_on, "reason": "双方自行和好"}
    act(case=case, name="withdraw", given=withdrawn, by=office.clerk)
    office.clerk.grants.update(area=office.stranger.grants.get().area)
    moved = User.objects.get(pk=office.clerk.pk)
    assert not Dispute.objects.visible_to(moved).exists()
    assert Dispute.objects.visible_to(office.director).get() == case
