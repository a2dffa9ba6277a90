"""A plan is made while others may write, and holds only if nobody did."""

import threading

import pytest
from django.db import connection

from fengqiao.kernel.areas.models import Turn
from fengqiao.kernel.areas.turns import turn, turns_taken
from fengqiao.kernel.imports.taking import planned_turn

pytestmark = pytest.mark.django_db(transaction=True)


def test_nobody_waits_while_a_plan_is_made():
    within = []

    def make():
        within.append(connection.in_atomic_block)
        return "plan"

    with planned_turn("names", make) as plan:
        assert connection.in_atomic_block
        assert plan == "plan"
    assert within == [False]


def test_where_somebody_had_a_turn_meanwhile_the_plan_is_made_again_within():
    within = []

    def make():
        within.append(connection.in_atomic_block)
        if len(within) == 1:
            elsewhere = threading.Thread(target=_take, args=("names",))
            elsewhere.start()
            elsewhere.join()
        return len(within)

    with planned_turn("names", make) as plan:
        assert plan == 2
    assert within == [False, True]


def test_a_turn_of_another_register_does_not_count():
    made = []

    def make():
        _take("others")
        made.append(1)
        return "plan"

    with planned_turn("names", make):
        pass
    assert len(made) == 1


def test_a_turn_that_fails_leaves_no_count():
    with turn("names") as taken:
        assert taken == 0
    with pytest.raises(ZeroDivisionError), turn("names"):
        raise ZeroDivisionError
    assert turns_taken("names") == 1
    assert turns_taken("never") == 0
    assert Turn.objects.count() == 1


def _take(register):
    try:
        with turn(register):
            pass
    finally:
        if threading.current_thread() is not threading.main_thread():
            connection.close()
