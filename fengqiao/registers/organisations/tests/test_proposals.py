"""The class that a standard proposes, as the page shows it."""

from datetime import date

import pytest

from fengqiao.registers.organisations.proposals import proposal_on

ON = date(2024, 1, 1)
VALUES = {"population": 120_000, "land_area": 130.0, "gdp": 200.0, "disputes": 700}


def test_the_proposal_says_its_standard_and_edition():
    found = proposal_on(ON, VALUES)
    assert (found.size, found.score, found.edition) == ("大型", "100", "taizhou-2021 2021-08-19")
    assert "枫桥式" in found.standard
    assert len(found.reasons) == len(VALUES)


def test_a_value_that_is_not_known_leaves_it_open():
    found = proposal_on(ON, VALUES | {"gdp": None})
    assert (found.size, found.unknowns) == ("", ["地区生产总值"])


@pytest.mark.parametrize("standard", ["nowhere-1999", "../taizhou-2021"])
def test_a_standard_that_is_not_installed_is_said_and_proposes_nothing(settings, standard):
    settings.STANDARD = standard
    found = proposal_on(ON, VALUES)
    assert found.size == ""
    assert found.note


def test_before_the_first_edition_nothing_is_proposed():
    assert proposal_on(date(2020, 1, 1), VALUES).size == ""
