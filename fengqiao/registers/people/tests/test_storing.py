"""What stands in the database of a person."""

import pytest
from django.db import IntegrityError, connection, transaction

from fengqiao.registers.people.models import Person
from fengqiao.registers.people.tests.made import make_person

PHONE = "+8613812345678"


def test_numbers_and_addresses_are_nowhere_in_the_clear(offices):
    person = make_person(offices.own, phone=PHONE, address="学院路8号", household="安丰镇")
    with connection.cursor() as cursor:
        stored = ""
        for table in ("people_person", "people_persontoken", "audit_payload", "audit_entry"):
            cursor.execute(f"SELECT * FROM {table}")
            stored += str(cursor.fetchall())
    for value in (person.id_number, PHONE[3:], "学院路", "安丰镇"):
        assert value not in stored


@pytest.mark.parametrize(
    "values",
    [
        {"name": ""},
        {"paper": "party"},
        {"sex": "x"},
        {"paper": "none", "id_number": "E12345678"},
        {"paper": "resident", "id_number": ""},
    ],
)
def test_the_database_refuses_what_cannot_be(db, values):
    person = Person(**{"name": "周海涛", "paper": "none"} | values)
    with pytest.raises(IntegrityError), transaction.atomic():
        person.save()
