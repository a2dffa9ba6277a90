import pytest

from fengqiao.registers.mediation import actions
from fengqiao.registers.mediation.enums import End
from fengqiao.registers.mediation.matching import body_named, mediator_named
from fengqiao.registers.mediation.tests.made import SINCE, make_body, make_seat


@pytest.mark.parametrize(
    "name", ["城南(一)调委会", " 城南 (一)调委会 ", "城南\uff08一\uff09调委会"]
)
def test_a_body_is_found_however_its_brackets_and_spaces_are_written(world, name):
    body = make_body(world.office, name="城南(一)调委会")
    assert body_named(world.office, name) == body
    assert body_named(world.there, name) is None


@pytest.mark.parametrize("name", ["", " ", "城南", "城南(二)调委会"])
def test_what_is_not_exactly_its_name_is_not_meant(world, name):
    make_body(world.office, name="城南(一)调委会")
    assert body_named(world.office, name) is None


def test_of_two_of_one_name_the_one_that_still_is_there_is_meant(world):
    actions.close(body=world.committee, on=SINCE, why="重设", by=world.clerk)
    again = make_body(world.office)
    assert body_named(world.office, world.committee.name) == again


def test_a_mediator_is_found_also_after_he_left_and_none_of_two(world):
    seat = world.committee.seats.get(mediator__name="薛秀英")
    actions.end_seat(seat=seat, on=SINCE, end=End.RESIGNED, by=None)
    assert mediator_named(world.office, "薛 秀英") == seat.mediator
    assert mediator_named(world.there, "薛秀英") is None
    make_seat(world.committee, "薛秀英")
    assert mediator_named(world.office, "薛秀英") is None
