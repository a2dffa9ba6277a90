from datetime import date, timedelta

import pytest

from fengqiao.registers.mediation import actions
from fengqiao.registers.mediation.conditions import end_of_tenure, findings
from fengqiao.registers.mediation.enums import BodyKind, End, Post
from fengqiao.registers.mediation.models import Seat
from fengqiao.registers.mediation.tests.made import SINCE, make_body, make_seat

DAY = date(2026, 6, 1)


def found(body, day=DAY, trained=None):
    """What is said of the body on the day, by sentence."""
    body.refresh_from_db()
    seats = list(Seat.objects.on(day).filter(body=body).select_related("mediator"))
    known = {seat.mediator_id for seat in seats} if trained is None else trained
    rows = findings(body, seats, body.tenures.first(), known, day)
    return {row.sentence: row.cite for row in rows}


def known_to_all(body):
    day = SINCE + timedelta(days=3)
    days = dict.fromkeys(("announced_on", "filed_on", "court_told_on"), day)
    actions.file(tenure=body.tenures.first(), values=days, by=None)
    return body


def test_a_committee_as_the_law_wants_it_has_no_finding(world):
    assert found(known_to_all(world.committee)) == {}


def test_a_term_lasts_three_years_by_the_rule_of_the_law():
    assert end_of_tenure(SINCE) == date(2028, 3, 1)
    assert end_of_tenure(date(2024, 2, 29)) == date(2027, 2, 28)


@pytest.mark.parametrize(("count", "fits"), [(2, False), (3, True), (9, True), (10, False)])
def test_three_to_nine_members_are_wanted_and_the_engaged_not_counted(world, count, fits):
    body = make_body(
        world.office, name="城南村调委会", kind=BodyKind.VILLAGE, people=("甲", *"乙" * (count - 1))
    )
    make_seat(body, "聘任", Post.ENGAGED)
    sentence = f"现有委员{count}人,应为3至9人"
    assert (found(body).get(sentence) is None) == fits
    assert fits or found(body)[sentence] == "《人民调解法》第八条第二款"


def test_of_a_town_the_law_speaks_by_analogy(world):
    body = make_body(world.office, name="甲调委会", people=("甲",))
    assert found(body)["现有委员1人,应为3至9人"] == "参照《人民调解法》第八条第二款,见第三十四条"


def test_a_head_a_woman_and_where_peoples_live_together_a_minority_are_wanted(world):
    body = known_to_all(world.committee)
    head = body.seats.get(post=Post.HEAD)
    actions.end_seat(seat=head, on=date(2026, 5, 1), end=End.RESIGNED, by=None)
    actions.change(body=body, values={"multi_ethnic": True}, by=world.clerk)
    said = found(body)
    assert {
        "现有主任0人,应设一人",
        "没有妇女成员",
        "在多民族居住地区,没有人数较少民族的成员",
    } <= set(said)
    actions.change(body=body, values={"minority_member": True}, by=world.clerk)
    assert "在多民族居住地区,没有人数较少民族的成员" not in found(body)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2027, 12, 30), None),
        (date(2028, 1, 1), "本届任期将于2028-03-01届满,请准备换届"),
        (date(2028, 3, 1), "本届任期已于2028-03-01届满,还没有换届"),
    ],
)
def test_the_end_of_the_term_is_told_before_and_after(world, day, words):
    said = [
        sentence for sentence in found(known_to_all(world.committee), day) if "任期" in sentence
    ]
    assert said == ([words] if words else [])


def test_bureau_and_court_hear_of_the_members_and_of_changes(world):
    body = world.committee
    assert "本届组成情况还没有报县级司法行政部门" in found(body)
    actions.file(tenure=body.tenures.get(), values={"filed_on": SINCE}, by=None)
    assert "本届组成情况还没有通报所在地基层人民法院" in found(body)
    known_to_all(body)
    make_seat(body, "后来", on=date(2026, 1, 1))
    assert "通报基层人民法院以后人员又有调整,还没有再次通报" in found(body)


def test_who_had_no_training_within_a_year_is_counted_without_citing_a_number(world):
    assert found(known_to_all(world.committee), trained=set()) == {
        "有3名调解员近一年没有培训记录": ""
    }


def test_of_a_studio_no_article_is_cited(world):
    studio = make_body(world.office, name="某工作室", kind=BodyKind.STUDIO, people=())
    assert found(studio) == {"没有登记所属的调委会": "", "还没有登记调解员": ""}


def test_of_what_has_ended_nothing_is_wanted(world):
    actions.close(body=world.committee, on=date(2026, 5, 1), why="并村", by=world.clerk)
    assert found(world.committee) == {}
