"""The persons of an office are asked for by index: no table that grows with the work is read through."""

import re

import pytest
from django.db import connection

from fengqiao.kernel.accounts.enums import Role
from fengqiao.registers.people.models import Known, Merge, Person
from fengqiao.registers.people.tests.made import SINCE, make_person


@pytest.fixture
def person(offices):
    """Known to both offices."""
    made = make_person(offices.own)
    Known.objects.create(person=made, area=offices.other, since=SINCE)
    return made


def test_a_person_known_twice_to_ones_offices_is_one_row(offices, person):
    offices.clerk.grants.create(role=Role.ASSISTANT, area=offices.other, begins_on=SINCE)
    assert list(Person.objects.visible_to(offices.clerk)) == [person]


@pytest.mark.parametrize("model", [Person, Merge])
def test_nothing_is_read_through(model, offices, person):
    rows = model.objects.visible_to(offices.clerk)
    if connection.vendor == "postgresql":  # would rather read a few rows than look into an index
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
    plan = rows.explain()
    assert re.findall(r"\bSCAN (?!U0)\S+|Seq Scan on people\S+", plan) == []  # U0: the areas
    assert "known_in_area" in plan or "people_known_area" in plan
