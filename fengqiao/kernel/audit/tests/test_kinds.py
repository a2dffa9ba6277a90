"""Entries are found by their kind, each kind in the way that is quick for it, and none goes beyond the
rows that were asked."""

import pytest

from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.tree import grow
from fengqiao.kernel.audit.models import SELDOM, Entry
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.audit.registry import Kind, names_of

pytestmark = pytest.mark.django_db
KINDS = [(kind,) for kind in Kind] + [(Kind.EXPORT, Kind.READ), (Kind.EXPORT, Kind.SETTING)]


@pytest.fixture
def places(cast):
    """Two, with two entries of each kind in each, the kinds in turns."""
    found = grow([(None, AreaKind.CITY)] * 2)
    for _turn in range(2):
        for kind in Kind:
            for place in found:
                record(names_of(kind)[0], by=cast.clerk, subject=place, area=place)
    return found


@pytest.mark.parametrize("kinds", KINDS)
def test_the_entries_of_a_kind_are_those_of_its_acts_newest_first(places, kinds):
    here = Entry.objects.filter(area=places[0])
    wanted = [one.pk for one in here if one.stated.kind in kinds]
    assert [one.pk for one in here.of_kind(*kinds)] == wanted
    assert len(wanted) == 2 * len(kinds)


def test_a_later_question_narrows_them_further(places, cast):
    for kind in Kind:
        found = Entry.objects.of_kind(kind).filter(area=places[1], by=cast.clerk)
        assert found.count() == 2
        assert not found.filter(by=cast.city).exists()


def test_some_kinds_are_seldom_and_some_are_not():
    assert set(Kind) > SELDOM
