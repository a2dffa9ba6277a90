"""Merging two records and taking it back gives what was, whatever was in them."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fengqiao.kernel.audit.models import Entry
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.people import merging
from fengqiao.registers.people.models import COLUMNS, Known, Merge, Person, PersonToken
from fengqiao.registers.people.searching import find
from fengqiao.registers.people.tests.made import make_number, make_person
from tests.drawer.models import Slip

VALUES = {
    "name": st.sampled_from(["周海涛", "周海波", "单晓燕"]),
    "sex": st.sampled_from(["", "male", "female"]),
    "born_on": st.sampled_from([None, date(1980, 1, 2), date(1990, 5, 6)]),
    "phone": st.sampled_from(["", "+8613812345678", "+8613900001234"]),
    "address": st.sampled_from(["", "学院路8号", "青年路9号"]),
}
people_values = st.fixed_dictionaries(VALUES)
choices = st.sets(st.sampled_from(list(merging.CHOICES)))
cases = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from(["甲案", "乙案", "丙案"])), unique=True
)
pairs = st.tuples(st.integers(0, 3), st.integers(0, 3), choices)


def everything():
    """All that a merger may touch, without the mergers themselves."""
    people = {
        person.pk: (*(getattr(person, name) for name in COLUMNS), person.merged_into_id)
        for person in Person.objects.all()
    }
    codes = set(Person.objects.values_list("pk", "id_code", "id_end", "phone_code", "phone_end"))
    tokens = set(PersonToken.objects.values_list("person", "code"))
    known = set(Known.objects.values_list("person", "area", "since"))
    slips = set(Slip.objects.values_list("pk", "person", "case"))
    return people, codes, tokens, known, slips


def merged(offices, kept, gone, taken=()):
    return merging.merge(
        kept=kept, gone=gone, taken=taken, reason="同一人", area=offices.own, by=offices.clerk
    )


def taken_back(offices, made):
    return merging.unmerge(made=made, reason="并错", area=offices.own, by=offices.clerk)


@given(st.lists(people_values, min_size=4, max_size=4), cases, st.lists(pairs, max_size=4))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_mergers_taken_back_in_turn_give_back_what_was(offices, described, slips, wanted):
    Slip.objects.all().delete()
    Merge.objects.all().delete()
    people = [
        make_person([offices.own, offices.other][at % 2], **values)
        for at, values in enumerate(described)
    ]
    for at, case in slips:
        Slip.objects.create(person=people[at], case=case)
    before, done = [], []
    for kept, gone, taken in wanted:
        stood = everything()
        try:
            done.append(merged(offices, people[kept], people[gone], taken))
            before.append(stood)
        except InputRefused:
            assert everything() == stood
    for made, stood in zip(reversed(done), reversed(before), strict=True):
        assert taken_back(offices, made) == []
        assert everything() == stood


@pytest.fixture
def pair(offices):
    kept = make_person(offices.own, name="周海涛", phone="+8613812345678")
    gone = make_person(offices.other, name="周海波", address="青年路9号")
    return kept, gone


def test_chosen_values_rows_and_offices_come_to_the_kept_one(offices, pair):
    kept, gone = pair
    both = [Slip.objects.create(person=person, case="甲案") for person in pair]
    own = Slip.objects.create(person=gone, case="乙案")
    merged(offices, kept, gone, ["address", "paper"])
    kept.refresh_from_db()
    assert (kept.name, kept.address) == ("周海涛", "青年路9号")
    assert kept.id_number == gone.id_number
    assert set(Known.objects.filter(person=kept).values_list("area", flat=True)) == {
        offices.own.pk,
        offices.other.pk,
    }
    assert Slip.objects.get(pk=own.pk).person == kept
    assert [Slip.objects.get(pk=slip.pk).person for slip in both] == [kept, gone]


def test_the_one_that_went_is_found_no_longer(offices, pair):
    kept, gone = pair
    merged(offices, kept, gone)
    assert not find(Person.objects.current(), "周海波").exists()


def test_both_records_carry_it_in_their_trail(offices, pair):
    made = merged(offices, *pair)
    taken_back(offices, made)
    for person in pair:
        acts = Entry.objects.about(person).values_list("act", flat=True)
        assert {"people.merged", "people.unmerged"} <= set(acts)


def test_what_was_changed_after_the_merger_stays_and_is_told(offices, pair):
    kept, gone = pair
    made = merged(offices, kept, gone, ["address", "name"])
    kept.refresh_from_db()
    kept.address = "东风路1号"
    kept.save()
    added = Slip.objects.create(person=kept, case="丁案")
    assert taken_back(offices, made) == ["address"]
    kept.refresh_from_db()
    assert (kept.name, kept.address) == ("周海涛", "东风路1号")
    assert Slip.objects.get(pk=added.pk).person == kept


def test_a_number_never_goes_back_without_its_paper(offices, pair):
    kept, gone = pair
    made = merged(offices, kept, gone, ["paper"])
    kept.refresh_from_db()
    kept.id_number = make_number()
    kept.save()
    assert taken_back(offices, made) == ["paper", "id_number"]


def test_only_the_last_merger_is_taken_back(offices, pair):
    kept, gone = pair
    third = make_person(offices.own)
    first = merged(offices, kept, gone)
    second = merged(offices, kept, third)
    with pytest.raises(InputRefused, match="请先拆分后一次合并"):
        taken_back(offices, first)
    taken_back(offices, second)
    taken_back(offices, first)
    with pytest.raises(InputRefused, match="已经拆分过"):
        taken_back(offices, first)


def test_nothing_is_merged_into_itself_or_twice(offices, pair):
    kept, gone = pair
    with pytest.raises(InputRefused, match="同一份"):
        merged(offices, kept, kept)
    merged(offices, kept, gone)
    with pytest.raises(InputRefused, match="已经并入"):
        merged(offices, gone, make_person(offices.own))
