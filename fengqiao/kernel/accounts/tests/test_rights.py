"""What a person holds decides which rows he sees; whatever no table grants is denied."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import Grant, User
from fengqiao.kernel.accounts.rights import TABLES, Scope
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.areas.tree import grow

pytestmark = pytest.mark.django_db

BEGIN = date(2020, 1, 1)


@pytest.fixture
def places() -> dict[str, Area]:
    (city,) = grow([(None, AreaKind.CITY)])
    one, other = grow([(city, AreaKind.DISTRICT), (city, AreaKind.DISTRICT)])
    (town,) = grow([(one, AreaKind.TOWN)])
    (office,) = grow([(town, AreaKind.OFFICE)])
    return {"city": city, "one": one, "other": other, "town": town, "office": office}


@pytest.fixture
def person() -> User:
    return User.objects.create_user("someone", name="某人")


def seen(user: User) -> set[int]:
    fresh = User.objects.get(pk=user.pk)
    return set(Area.objects.visible_to(fresh).values_list("pk", flat=True))


def pks(*areas: Area) -> set[int]:
    return {area.pk for area in areas}


def test_without_a_grant_nothing_is_seen(places, person):
    assert seen(person) == set()


def test_an_area_opens_itself_what_lies_below_and_the_names_above(places, person):
    person.grants.create(role=Role.DISTRICT_BUREAU, area=places["one"], begins_on=BEGIN)
    assert seen(person) == pks(places["city"], places["one"], places["town"], places["office"])


def test_several_roles_in_several_areas_add_up(places, person):
    person.grants.create(role=Role.ASSISTANT, area=places["office"], begins_on=BEGIN)
    person.grants.create(role=Role.DISTRICT_BUREAU, area=places["other"], begins_on=BEGIN)
    assert places["other"].pk in seen(person)
    assert places["office"].pk in seen(person)


@pytest.mark.parametrize(
    ("begins", "ends", "holds"), [(-1, 1, True), (-1, 0, False), (1, 2, False)]
)
def test_a_right_ends_on_its_last_day_and_begins_on_its_first(places, person, begins, ends, holds):
    today = timezone.localdate()
    person.grants.create(
        role=Role.CITY_BUREAU,
        area=places["city"],
        begins_on=today + timedelta(days=begins),
        ends_on=today + timedelta(days=ends),
    )
    assert bool(seen(person)) is holds


def test_a_closed_account_holds_nothing(places, person):
    person.grants.create(role=Role.CITY_BUREAU, area=places["city"], begins_on=BEGIN)
    User.objects.filter(pk=person.pk).update(is_active=False)
    assert seen(person) == set()


def test_nobody_signed_in_sees_nothing(places):
    assert not Area.objects.visible_to(AnonymousUser()).exists()


def test_a_right_holds_for_the_areas_of_its_role_only(places, person):
    person.grants.create(role=Role.DISTRICT_ADMIN, area=places["one"], begins_on=BEGIN)
    assert person.can("accounts.manage")
    assert person.can("accounts.manage", places["office"])
    assert not person.can("accounts.manage", places["other"])
    assert not person.can("organisations.change")


def test_what_one_may_see_is_not_yet_what_one_may_change(places, person):
    person.grants.create(role=Role.ASSISTANT, area=places["office"], begins_on=BEGIN)
    assert Grant.objects.visible_to(person).count() == 1
    assert not Grant.objects.visible_to(person, "accounts.manage").exclude(user=person).exists()


def test_an_account_with_two_grants_is_listed_once(places, person):
    for role in (Role.ASSISTANT, Role.DIRECTOR):
        person.grants.create(role=role, area=places["office"], begins_on=BEGIN)
    chief = User.objects.create_user("chief", name="管理员")
    chief.grants.create(role=Role.DISTRICT_ADMIN, area=places["one"], begins_on=BEGIN)
    assert list(User.objects.visible_to(chief).order_by("pk")) == [person, chief]


def test_a_model_of_which_no_table_speaks_is_shut(places, person, monkeypatch):
    person.grants.create(role=Role.CITY_BUREAU, begins_on=BEGIN)
    assert seen(person)
    monkeypatch.delitem(TABLES.scopes, Area)
    assert seen(person) == set()


def test_a_scope_without_a_right_opens_nothing(places, person, monkeypatch):
    person.grants.create(role=Role.CITY_BUREAU, begins_on=BEGIN)
    monkeypatch.setitem(TABLES.scopes, Area, Scope())
    assert seen(person) == set()


def test_rows_of_one_office_are_asked_for_by_its_number(places, person):
    """A page asks two dozen times: no search of the tree, no condition that holds for no row."""
    person.grants.create(role=Role.DIRECTOR, area=places["office"], begins_on=BEGIN)
    asked = str(Grant.objects.visible_to(User.objects.get(pk=person.pk), "areas.see").query)
    assert f'"area_id" = {places["office"].pk}' in asked
    assert " IN " not in asked
