"""Invented committees, a studio and mediators for the offices of the demo accounts."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from django.utils import timezone

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import Grant, User
from fengqiao.kernel.areas.models import Area, AreaName
from fengqiao.registers.mediation import actions
from fengqiao.registers.mediation.enums import BodyKind, Matter, Post
from fengqiao.registers.mediation.models import Body, Mediator

CLERKS = ("zhuli", "xinghua")
BEGAN = date(2024, 1, 15)


class Person(NamedTuple):
    """An invented mediator; the name of a demo account is that of its holder."""

    name: str
    post: Post
    woman: bool = False
    good_at: tuple[Matter, ...] = ()
    full_time: bool = False


HEAD, DEPUTY, MEMBER, ENGAGED = Post.HEAD, Post.DEPUTY, Post.MEMBER, Post.ENGAGED
TOWN = (
    Person("孙桂芳", HEAD, True, (Matter.FAMILY, Matter.NEIGHBOURS), True),
    Person("常德贵", DEPUTY, False, (Matter.LAND, Matter.HOUSING)),
    Person("薛秀英", MEMBER, True, (Matter.CONSUMER, Matter.CONTRACT)),
    Person("骆长青", MEMBER, False, (Matter.DAMAGES, Matter.TRAFFIC)),
    Person("缪家和", ENGAGED, False, (Matter.LABOUR,), True),
)
VILLAGE = (
    Person("耿永康", HEAD, False, (Matter.NEIGHBOURS,)),
    Person("刁学军", MEMBER, False, (Matter.LAND,)),
)
TRADE = (
    Person("臧海涛", HEAD, False, (Matter.TRAFFIC,), True),
    Person("申玉兰", MEMBER, True, (Matter.TRAFFIC, Matter.DAMAGES)),
    Person("霍志强", MEMBER),
)
STUDIO = (Person("孙桂芳", HEAD), Person("薛秀英", ENGAGED))


def make_bodies() -> int:
    """Those of the offices that have none yet; how many they were."""
    made = 0
    for clerk in User.objects.filter(username__in=CLERKS):
        grants = clerk.grants.filter(role=Role.ASSISTANT).exclude(area=None)
        for grant in grants.select_related("area")[:1]:
            if not Body.objects.filter(office=grant.area).exists():
                made += sum(1 for _body in _make(grant.area, clerk))
    return made


def _make(office: Area, by: User) -> Iterator[Body]:
    """The village committee lacks a woman and a third member, so that findings can be seen."""
    name = AreaName.objects.filter(area=office).latest("pk").name.removesuffix("司法所")
    town = _body(office, BodyKind.TOWN, f"{name}人民调解委员会", TOWN, by)
    day = town.began_on + timedelta(days=7)
    days = {"announced_on": day, "filed_on": day, "court_told_on": day + timedelta(days=14)}
    actions.file(tenure=town.tenures.get(), values=days, by=by)
    yield town
    yield _body(office, BodyKind.VILLAGE, f"{name}城南社区人民调解委员会", VILLAGE, by)
    yield _body(office, BodyKind.TRADE, f"{name}道路交通事故人民调解委员会", TRADE, by)
    yield _body(office, BodyKind.STUDIO, "桂芳调解工作室", STUDIO, by, town)
    actions.train(
        mediators=list(Mediator.objects.filter(office=office)[:6]),
        on=timezone.localdate() - timedelta(days=120),
        by=by,
        subject="民法典婚姻家庭编和调解技巧",
        organiser="司法局",
        hours=8,
    )


def _body(
    office: Area,
    kind: BodyKind,
    name: str,
    people: tuple[Person, ...],
    by: User,
    parent: Body | None = None,
) -> Body:
    body = actions.found(office=office, kind=kind, name=name, on=BEGAN, by=by, parent=parent)
    for one in people:
        known = Mediator.objects.filter(office=office, name=one.name).first()
        seat = actions.join(
            body=body,
            mediator=known,
            post=one.post,
            on=BEGAN,
            by=by,
            name=one.name,
            woman=one.woman,
            full_time=one.full_time,
            specialities=list(one.good_at),
        )
        grants = Grant.objects.filter(area=office, role=Role.MEDIATOR, user__name=one.name)
        for grant in grants.select_related("user")[: 0 if known else 1]:
            actions.bind(mediator=seat.mediator, account=grant.user, by=by)
    return body
