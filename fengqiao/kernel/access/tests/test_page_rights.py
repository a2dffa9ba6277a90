"""Who may do what, and where it is written, on one page for everybody."""

import pytest
from django.urls import reverse

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.rights import TABLES
from fengqiao.lib.typography import typeset

ADDRESS = reverse("access:rights")


def test_every_right_stands_there_with_its_holders_and_its_ground(director, sign_in):
    text = sign_in(director).get(ADDRESS).content.decode()
    for right in TABLES.rights.values():
        assert typeset(str(right.label)) in text
        assert typeset(str(right.written)) in text


@pytest.mark.parametrize("role", Role)
def test_a_role_shows_what_it_may_do_and_nothing_else(role, director, sign_in):
    text = sign_in(director).get(f"{ADDRESS}?role={role}").content.decode()
    for right in TABLES.rights.values():
        label = typeset(str(right.label))
        assert (f'<td class="fw-bold">{label}</td>' in text) is (role in right.roles), label


def test_a_word_that_is_no_role_shows_all(director, sign_in):
    assert "权限一览" in sign_in(director).get(f"{ADDRESS}?role=king").content.decode()


def test_an_adviser_may_read_it_too_and_who_is_not_signed_in_may_not(world, sign_in, client):
    adviser = world.here.person(Role.VILLAGE_ADVISER)
    assert sign_in(adviser).get(ADDRESS).status_code == 200
    assert client.get(ADDRESS).status_code == 302
