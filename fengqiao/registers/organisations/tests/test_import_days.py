"""The preview warns of a day that may be a slip: one to come, or one that is overtaken already."""

from datetime import date

import pytest
import time_machine

from fengqiao.registers.organisations.importer.roster import plan_roster
from fengqiao.registers.organisations.tests.books import book_of
from fengqiao.registers.organisations.tests.rosters import OFFICE, roster_of, take_in

pytestmark = pytest.mark.django_db

KNOWN = date(2023, 12, 31)


@pytest.fixture
def notes(tmp_path):
    """What is said of the day on which the roster would be taken in, in June 2026."""
    take_in(roster_of(offices=[OFFICE]), KNOWN)

    def said(on):
        path = book_of(tmp_path, offices=[OFFICE | {"name": "改名司法所"}])
        with time_machine.travel(date(2026, 6, 30)):
            plan = plan_roster(path, name=path.name, on=on, skip_bad_rows=False, by=None)
        return [str(one) for one in plan.warnings if one.sheet == "起算日"]

    return said


def test_a_day_to_come_is_pointed_out(notes):
    (note,) = notes(date(2036, 6, 30))
    assert note.startswith("起算日 2036-06-30：还没有到，")


def test_a_day_before_what_is_recorded_is_pointed_out_with_how_long_it_holds(notes):
    (note,) = notes(date(2021, 8, 19))
    assert "最晚2023-12-31" in note
    assert "不改变现在的情况" in note


@pytest.mark.parametrize("on", [KNOWN, date(2026, 6, 30)])
def test_of_an_ordinary_day_nothing_is_said(notes, on):
    assert notes(on) == []
