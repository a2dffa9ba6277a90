"""Roles that are held for a post end when the register says that the post has ended, and come back
when it says that this was wrong.

What holds is worked out anew from the rows of the register, whichever act changed them: a form, a
roster, a closed office, an end taken back. Each of them calls `follow` in its own transaction.
"""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.access import rules
from fengqiao.kernel.access.actions import move_end
from fengqiao.kernel.access.posts import Post as Place
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import Grant, User
from fengqiao.kernel.areas.from_day import BATCH
from fengqiao.kernel.areas.models import Area, AreaName
from fengqiao.kernel.notices.models import Kind
from fengqiao.kernel.notices.sending import notify
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.organisations.enums import Post
from fengqiao.registers.organisations.models import PostGrant, Staff, StaffAccount, StaffRecord

# Held for this very post, where the person has it: with another post the role ends too.
BOUND = {Role.DIRECTOR: Post.DIRECTOR, Role.CORRECTION_OFFICER: Post.CORRECTION}


def hang(grant: Grant) -> None:
    """The role is held for the person's post in that office; InputRefused for who has none."""
    of_account = StaffAccount.objects.filter(account=grant.user, staff__office=grant.area)
    links = {link.staff_id: link for link in of_account.select_for_update()}
    record = StaffRecord.objects.employed_on(grant.begins_on).filter(staff__in=links).first()
    if record is None:
        words = _(
            "%(name)s在%(day)s不是%(office)s名册上的在职人员。请先在机构名册登记,再授予角色。"
        )
        about = {"name": grant.user.name, "day": grant.begins_on, "office": grant.area}
        raise InputRefused(words % about)
    bind_grant(links[record.staff_id], grant, record.post, grant.begins_on)


def bind_grant(link: StaffAccount, grant: Grant, post: str, since: date) -> None:
    """The post carries the role from the day on, as long as the register has it."""
    bound = post if post and BOUND.get(Role(grant.role)) == post else ""
    PostGrant.objects.create(link=link, grant=grant, post=bound, since=since)
    follow([link.staff_id], by=grant.given_by)


def follow(staff: Iterable[int], *, by: "User | None") -> None:
    """Move the ends of what these persons hold for their posts to where the register has them."""
    numbers = sorted(staff)
    for start in range(0, len(numbers), BATCH):
        _follow(numbers[start : start + BATCH], by)


def _follow(staff: list[int], by: "User | None") -> None:
    links = StaffAccount.objects.select_for_update().filter(staff__in=staff)
    held = PostGrant.objects.filter(link__in=[link.pk for link in links])
    joined = held.select_related("grant__user", "grant__area", "link__staff__office")
    for one in joined.order_by("pk") if links else ():
        rows = StaffRecord.objects.uncorrected().filter(staff=one.link.staff_id)
        _move(one, end_of_post(rows, one.link.staff, one.since, one.post), by)


def end_of_post(
    rows: Iterable[StaffRecord], person: Staff, since: date, post: str = ""
) -> date | None:
    """The first day, from `since` on, on which the person is not at work, or not in the post; None
    where he is until further notice."""
    day = since
    known = sorted(rows, key=lambda row: row.begins_on or date.min)
    for row in known:
        begin = max(row.begins_on or date.min, person.joined_on or date.min)
        end = min(row.ends_on or date.max, row.left_on or date.max)
        if begin <= day < end and post in ("", row.post):
            day = end
    if day == date.max:
        return None
    # A roster may say on a day that somebody had left before it.
    left = [row.left_on for row in known if row.left_on and row.holds_on(day)]
    return max(since, min(day, *left)) if left else day


def _move(one: PostGrant, end: date | None, by: "User | None") -> None:
    grant = one.grant
    if end is not None and (grant.ends_on is None or end < grant.ends_on):
        _end(one, max(end, grant.begins_on), by)
    elif one.ended_on is not None and grant.ends_on == one.ended_on:
        ends = [day for day in (one.before, end) if day is not None]
        until = max(min(ends), grant.begins_on) if ends else None
        if until is None or until > one.ended_on:
            _give_back(one, one.ended_on, until, by)


def _end(one: PostGrant, on: date, by: "User | None") -> None:
    grant = one.grant
    if grant.ends_on != one.ended_on or one.ended_on is None:
        one.before = grant.ends_on
    one.ended_on = on
    one.save(update_fields=["before", "ended_on"])
    move_end(grant=grant, on=on, reason=_("名册登记离职、调离或变更岗位"), by=by)


def _give_back(one: PostGrant, since: date, until: date | None, by: "User | None") -> None:
    """As it was before; who closed the account, or gave what excludes it, decided anew."""
    grant, office = one.grant, one.link.staff.office
    try:
        rules.refuse_beside(grant.user, Role(grant.role), office, since, until)
    except InputRefused:
        return
    if not grant.user.is_active:
        return
    one.ended_on = until if until != one.before else None
    if one.ended_on is None:
        one.before = None
    one.save(update_fields=["before", "ended_on"])
    reason = _("名册撤回离职或变更")
    move_end(grant=grant, on=until, reason=reason, by=by, act="access.given_back")
    if grant.given_by:
        text = _("名册撤回了一项离职登记,随之恢复了一个账号的角色。请核对。")
        url = reverse("access:account", args=[grant.user_id])
        notify(grant.given_by, text, url, kind=Kind.ATTENTION)


def posts_of(user: User) -> list[Place]:
    """Where the account's person is, or was, on the staff: the present places first."""
    today = timezone.localdate()
    links = StaffAccount.objects.filter(account=user).select_related("staff__office")
    names = dict(
        AreaName.objects.filter(area__in=[link.staff.office_id for link in links])
        .order_by("pk")
        .values_list("area", "name")
    )
    places = [_place(link, names, today) for link in links.order_by("-pk")]
    return sorted(places, key=lambda place: place.ended)


def _place(link: StaffAccount, names: dict[int, str], today: date) -> Place:
    office: Area = link.staff.office
    record = StaffRecord.objects.employed_on(today).filter(staff=link.staff_id).first()
    post = (record.post or record.category) if record else _("已离职或调离")
    return Place(office, f"{names.get(office.pk, office)} {post}", ended=record is None)
