from datetime import date

from fengqiao.kernel.areas.from_day import set_from
from fengqiao.registers.organisations.enums import Party
from fengqiao.registers.organisations.history import history_of
from fengqiao.registers.organisations.models import OfficeFact, Room, StaffRecord
from fengqiao.registers.organisations.tests.made import make_office, make_person

ON = date(2023, 1, 1)


def sentences(office, user):
    return [(change.on, change.sentence) for change in history_of(office, user)]


def test_a_change_of_a_value_says_the_old_and_the_new(cast):
    office = make_office()
    set_from(OfficeFact, (office.pk, "population"), ON, {"value": 60000.0}, recorded_by=cast.bureau)
    newest = history_of(office, cast.clerk)[0]
    assert (newest.on, newest.sentence) == (ON, "常住人口:由51,234 人改为60,000 人")
    assert newest.by == cast.bureau.name


def test_what_ends_is_said_on_the_day_of_its_end(cast):
    office = make_office()
    set_from(Room, (office.pk, "依法治理室"), ON, None)
    assert sentences(office, cast.clerk)[0] == (ON, "依法治理室:不再有")


def test_a_change_of_membership_is_not_told(cast):
    office = make_office()
    person = make_person(office, "周远")
    before = sentences(office, cast.clerk)
    set_from(StaffRecord, (person.pk,), ON, {"party": Party.FULL})
    assert sentences(office, cast.clerk) == before


def test_a_change_of_post_is_told_of_the_person(cast):
    office = make_office()
    person = make_person(office, "周远")
    set_from(StaffRecord, (person.pk,), ON, {"post": "社区矫正"})
    assert sentences(office, cast.clerk)[0] == (ON, "周远:岗位由无专门岗位改为社区矫正")


def test_a_correction_on_the_same_day_leaves_only_the_last(cast):
    office = make_office()
    for value in (1.0, 2.0):
        set_from(OfficeFact, (office.pk, "gdp"), ON, {"value": value})
    told = [sentence for _on, sentence in sentences(office, cast.clerk) if "生产总值" in sentence]
    assert told == ["地区生产总值:2 亿元"]


def test_nobody_signed_in_sees_no_history(cast):
    office = make_office()
    assert history_of(office, cast.leaver) == []
