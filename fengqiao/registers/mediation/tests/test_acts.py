from datetime import date, timedelta

import pytest
from django.utils import timezone

from fengqiao.kernel.audit.models import Entry
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.mediation import actions
from fengqiao.registers.mediation.enums import BodyKind, End, Post
from fengqiao.registers.mediation.models import Body, Seat, Training
from fengqiao.registers.mediation.tests.made import SINCE, make_body, make_seat

TODAY = timezone.localdate()
LATER = date(2026, 2, 1)


def test_who_does_not_stay_leaves_with_the_old_term(world):
    body, stays = world.committee, world.committee.seats.get(post=Post.HEAD)
    actions.renew(body=body, on=LATER, stay=[stays], by=world.clerk)
    assert list(body.tenures.values_list("begins_on", "ends_on")) == [
        (LATER, date(2029, 2, 1)),
        (SINCE, LATER),
    ]
    assert list(body.seats.filter(ends_on=None)) == [stays]
    assert set(body.seats.exclude(pk=stays.pk).values_list("end", "ends_on")) == {(End.TERM, LATER)}


def test_any_past_day_says_who_sat_then(world):
    seat = world.committee.seats.first()
    actions.end_seat(seat=seat, on=LATER, end=End.RESIGNED, by=world.clerk)
    assert Seat.objects.on(LATER - timedelta(days=1)).filter(pk=seat.pk).exists()
    assert not Seat.objects.on(LATER).filter(pk=seat.pk).exists()


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (lambda w: make_body(w.office), "同名"),
        (lambda w: make_seat(w.committee, "又一主任", Post.HEAD), "已有主任"),
        (lambda w: make_seat(w.committee, "少年", fit=False), "第十四条"),
        (lambda w: make_seat(w.committee, "先来", on=date(2020, 1, 1)), "不能早于"),
        (lambda w: make_seat(w.committee, "后来", on=TODAY + timedelta(days=1)), "不能晚于今天"),
        (
            lambda w: actions.join(
                body=w.committee,
                mediator=w.committee.seats.first().mediator,
                post=Post.MEMBER,
                on=LATER,
                by=None,
            ),
            "已在这个调解组织任职",
        ),
        (
            lambda w: actions.join(
                body=w.committee,
                mediator=make_body(w.there).seats.first().mediator,
                post=Post.MEMBER,
                on=LATER,
                by=None,
            ),
            "只能从本所名册",
        ),
        (lambda w: actions.renew(body=w.committee, on=SINCE, stay=[], by=None), "从这一天开始"),
        (lambda w: actions.change(body=w.committee, values={}, by=w.clerk), "没有改动"),
        (lambda w: actions.train(mediators=[], on=LATER, by=None), "至少选一名"),
        (
            lambda w: make_body(w.office, name="乙", kind=BodyKind.VILLAGE, parent=w.committee),
            "只有调解工作室",
        ),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence_and_nothing_is_written(world, act, words):
    before = Body.objects.count(), Seat.objects.filter(body=world.committee).count()
    with pytest.raises(InputRefused, match=words):
        act(world)
    assert (Body.objects.count(), Seat.objects.filter(body=world.committee).count()) == (
        before[0] + (words == "只能从本所名册"),
        before[1],
    )


def test_a_seat_ends_once(world):
    seat = world.committee.seats.first()
    actions.end_seat(seat=seat, on=LATER, end=End.RESIGNED, by=None)
    with pytest.raises(InputRefused, match="已经登记过离任"):
        actions.end_seat(seat=seat, on=LATER, end=End.RESIGNED, by=None)


def test_a_committee_with_a_studio_is_not_closed_and_one_without_lets_all_go(world):
    body = world.committee
    studio = make_body(world.office, name="工作室", kind=BodyKind.STUDIO, people=(), parent=body)
    with pytest.raises(InputRefused, match="所属的调解工作室"):
        actions.close(body=body, on=LATER, why="并村", by=world.clerk)
    actions.close(body=studio, on=LATER, why="并入", by=world.clerk)
    actions.close(body=body, on=LATER, why="并村", by=world.clerk)
    assert not Seat.objects.on(LATER).filter(body=body).exists()
    with pytest.raises(InputRefused, match="已经撤销"):
        make_seat(body, "后来")
    with pytest.raises(InputRefused, match="已经撤销"):
        actions.renew(body=body, on=LATER, stay=(), by=world.clerk)
    with pytest.raises(InputRefused, match="已经撤销"):
        actions.change(body=body, values={"name": "后来的调委会"}, by=world.clerk)


def test_every_act_stands_in_the_trail_and_names_nobody_outside_its_details(world):
    seat = make_seat(world.committee, "陈某人")
    actions.train(mediators=[seat.mediator], on=LATER, by=world.clerk, subject="调解技巧")
    actions.end_seat(seat=seat, on=LATER, end=End.MOVED, by=world.clerk)
    entries = Entry.objects.filter(act__startswith="mediation.")
    assert {
        "mediation.founded",
        "mediation.joined",
        "mediation.trained",
        "mediation.seat_ended",
    } <= {entry.act for entry in entries}
    assert not [entry for entry in entries if "陈某人" in entry.label]
    assert Training.objects.get().mediator == seat.mediator
