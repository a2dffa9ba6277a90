"""A person is found by name, letters, numbers and their ends, and only by who knows him."""

import pytest

from fengqiao.kernel.search.words import opened, sealed
from fengqiao.registers.people.enums import Paper
from fengqiao.registers.people.models import Person
from fengqiao.registers.people.searching import find
from fengqiao.registers.people.tests.made import make_person

NUMBER = "321299198001010013"


@pytest.fixture
def someone(offices):
    make_person(offices.own, name="许海燕", phone="+8613900001234")
    return make_person(
        offices.own,
        name="单晓燕",
        id_number=NUMBER,
        phone="+8613812345678",
        phone_more="+8652386881234",
    )


def found(words):
    return set(find(Person.objects.all(), words).values_list("name", flat=True))


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("单晓燕", {"单晓燕"}),
        ("单", {"单晓燕"}),
        ("晓燕", {"单晓燕"}),
        ("燕", {"单晓燕", "许海燕"}),
        ("sxy", {"单晓燕"}),
        ("XY", {"单晓燕"}),
        ("DXY", set()),
        (NUMBER, {"单晓燕"}),
        ("321299 19800101 0013", set()),
        ("0013", {"单晓燕"}),
        ("5678", {"单晓燕"}),
        ("1234", {"单晓燕", "许海燕"}),
        ("138-1234-5678", {"单晓燕"}),
        ("0523-86881234", {"单晓燕"}),
        ("单 1234", {"单晓燕"}),
        ("许 5678", set()),
        ("13812345", set()),
        ("'; DROP", set()),
        ("", {"单晓燕", "许海燕"}),
    ],
)
def test_a_person_is_found_by_what_people_type(someone, words, names):
    assert found(words) == names


def test_a_long_name_is_found_by_its_parts(offices):
    make_person(offices.own, name="古丽娜尔·买买提")
    for words in ("古丽娜尔", "买买提", "娜尔", "古丽娜尔买买提", "GLNE", "MMT"):
        assert found(words) == {"古丽娜尔·买买提"}, words


def test_a_passport_is_found_by_its_number(offices):
    make_person(offices.own, name="Jo Smith", paper=Paper.PASSPORT, id_number="E12345678")
    assert found("e12345678") == {"Jo Smith"}


def test_another_name_is_found_and_the_old_one_no_longer(offices, someone):
    someone.name = "单建国"
    someone.save()
    assert found("晓燕") == set()
    assert found("SJG") == {"单建国"}


def test_only_who_knows_a_person_finds_him(offices, someone):
    for words in ("单晓燕", NUMBER, "5678", "SXY", ""):
        people = Person.objects.visible_to(offices.stranger)
        assert not find(people, words).exists()


def test_words_in_an_address_are_read_by_who_typed_them_alone(offices):
    token = sealed(NUMBER, offices.clerk)
    assert NUMBER not in token
    assert opened(token, offices.clerk) == NUMBER
    assert opened(token, offices.stranger) == ""
    assert opened("nonsense", offices.clerk) == ""
