"""Whoever belongs to another area gets nothing of this one: not by a page, a list, a search, a file.

Somebody who holds every role of a district walks through all that he can reach; then each address
that was found is asked for by somebody who holds every role of another district (for a city: of
another city), and by nobody. Rights add up, so who holds all roles sees what any of them sees.
"""

from urllib.parse import unquote_plus, urlencode

import pytest
from django.test import Client

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.registers.organisations.models import Staff
from tests.crawling import Found, asked, crawl, names_a_record
from tests.manners.matrix import imports, jobs, notices, standards
from tests.manners.matrix.world import BEGIN, CITY_ROLES, Spot, World, make_world

LOCAL = [role for role in Role if role not in CITY_ROLES]
UPPER = [Role.CITY_BUREAU, Role.AUDITOR]  # the administrator of the system reaches all accounts
SHUT = (302, 403, 404)


# Each app adds rows of its own here, so that there is something to find.
def fill(spot: Spot) -> None:
    Staff.objects.filter(office=spot.office).update(name=f"{spot.office}之员")
    for person in spot.people.values():
        for make in (jobs.failed, imports.refused, notices.notice):
            make(person)


@pytest.fixture
def world(db, settings, tmp_path) -> World:
    settings.HOME = tmp_path
    world = make_world()
    imports.prepare(world)
    for spot in (world.here, world.there, world.far):
        everyone(spot, LOCAL)
        everyone(spot, UPPER)
        fill(spot)
    standards.prepare(world)
    return world


def everyone(spot: Spot, roles: list[Role]) -> User:
    """One person who holds all of these roles."""
    person = spot.person(roles[0])
    for role in roles[1:]:
        person.grants.get_or_create(role=role, area=spot.seat(role), begins_on=BEGIN)
    return person


def signed_in(spot: Spot, roles: list[Role]) -> Client:
    client = Client()
    client.force_login(everyone(spot, roles))
    return client


def marks(*spots: Spot) -> set[str]:
    """What nobody elsewhere may read: the names of places, persons and accounts."""
    found = {f"{spot.office}之员" for spot in spots}
    for spot in spots:
        people = [person for role, person in spot.people.items() if role in LOCAL]
        found |= {str(one) for one in (spot.office, spot.village, spot.district, *people)}
    return found


def leaks(client: Client, address: str, secret: set[str], records: set[str]) -> list[str]:
    """Of an answer, what should not be in it: a name that was not in the question, a way to a record."""
    _status, text = asked(client, address)
    return [
        *(mark for mark in secret if mark in text and mark not in unquote_plus(address)),
        *(record for record in records if f'"{record}"' in text),
    ]


def searches(found: Found, words: set[str]):
    """Each search field with each word."""
    for address, name in found.searched:
        for word in words:
            yield f"{address}?{urlencode({name: word})}"


def own_records(found: Found, client: Client) -> set[str]:
    """Addresses of records that this other person may open too, for they lie above both."""
    return {one for one in found.visited if names_a_record(one) and asked(client, one)[0] == 200}


def holds(found: Found, stranger: Client, *spots: Spot) -> None:
    """Nothing of what was found, or that bears a name of these offices, is there for the stranger."""
    secret, words = marks(*spots), {str(spots[0].office), f"{spots[0].office}之员"}
    own = own_records(found, stranger)
    records = {one for one in found.visited if names_a_record(one)} - own
    assert len(records) > 30
    for address in [*found.visited, *searches(found, words)]:
        assert leaks(stranger, address, secret, records) == [], address
    for address in found.posted:
        if names_a_record(address):
            assert asked(stranger, address, post=True)[0] in SHUT, address


def test_another_district_gets_nothing(world):
    found = crawl(signed_in(world.here, LOCAL))
    assert found.searched
    assert found.posted
    holds(found, signed_in(world.there, LOCAL), world.here)


def test_another_city_gets_nothing(world):
    found = crawl(signed_in(world.here, UPPER))
    holds(found, signed_in(world.far, [*UPPER, *LOCAL]), world.here, world.there)


def test_who_is_not_signed_in_gets_nothing(world):
    found = crawl(signed_in(world.here, [*LOCAL, *UPPER]))
    for address in found.visited:
        status, text = asked(Client(), address)
        assert status == 302, address
        assert text.startswith("/accounts/login/"), address
