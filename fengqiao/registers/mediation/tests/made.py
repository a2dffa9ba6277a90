"""Committees and who sits in them."""

from datetime import date
from typing import Any

from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.models import Area
from fengqiao.registers.mediation import actions
from fengqiao.registers.mediation.enums import BodyKind, Post
from fengqiao.registers.mediation.models import Body, Seat

SINCE = date(2025, 3, 1)
NAMES = ("孙桂芳", "常德贵", "薛秀英")


def make_body(
    office: Area,
    by: User | None = None,
    name: str = "京泰路人民调解委员会",
    *,
    kind: BodyKind = BodyKind.TOWN,
    people: tuple[str, ...] = NAMES,
    **values: Any,
) -> Body:
    """A committee as the law wants it: a head, two members, one of them a woman."""
    body = actions.found(office=office, kind=kind, name=name, on=SINCE, by=by, **values)
    for place, person in enumerate(people):
        make_seat(body, person, Post.MEMBER if place else Post.HEAD, woman=place == 0)
    return body


def make_seat(
    body: Body,
    name: str,
    post: Post = Post.MEMBER,
    *,
    account: User | None = None,
    on: date = SINCE,
    **values: Any,
) -> Seat:
    """Somebody new takes a seat; with an account it is his."""
    seat = actions.join(body=body, mediator=None, post=post, on=on, by=None, name=name, **values)
    if account:
        actions.bind(mediator=seat.mediator, account=account, by=None)
    return seat
