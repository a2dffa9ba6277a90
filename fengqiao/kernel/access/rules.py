"""What forbids giving or ending a role, each in one Chinese sentence."""

from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from fengqiao.kernel.access.permissions import (
    ALONE,
    BY_POST,
    ENDS_BY_DATE,
    GIVEN_BY,
    HELD_AT,
    give,
)
from fengqiao.kernel.access.posts import the_register
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import Grant, User
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area
from fengqiao.lib.faults import InputRefused

SHARED = ("值班", "公用", "共用", "通用", "测试", "管理员", "办公室", "大厅", "窗口", "司法所")


def givable(by: User) -> list[Role]:
    """The roles that somebody may give at all."""
    return [role for role in GIVEN_BY if by.can(give(role))]


def may_give(by: User, role: Role | str, area: Area | None) -> bool:
    """Whether somebody may give or end the role in the area; None is the whole system."""
    return by.administers(area, give(Role(role)))


def areas_for(by: User, role: Role, user: User | None = None) -> list[Area]:
    """Where somebody may give the role, named as today, in the order of the tree. A role that is
    held for a post: in the offices alone of whose staff `user` is."""
    today = timezone.localdate()
    areas = Area.objects.of_kind(*HELD_AT[role]).on(today).named_on(today)
    if role in BY_POST:
        posts = the_register().posts_of(user) if user else []
        offices = [post.office.pk for post in posts if not post.ended]
        areas = areas.filter(~Q(kind=AreaKind.OFFICE) | Q(pk__in=offices))
    # One sees the areas above one's own as well, but gives nothing there.
    return [area for area in areas.visible_to(by, give(role)) if may_give(by, role, area)]


def refuse_own(user: User, by: User) -> None:
    if user.pk == by.pk:
        raise InputRefused(_("不能给自己授予或停止角色,也不能停用自己的账号。"))


def refuse_giver(by: User, role: Role, area: Area | None) -> None:
    if not may_give(by, role, area):
        words = _("您不能在这个区域授予或停止“%(role)s”角色。")
        raise InputRefused(words % {"role": role.label})


def refuse_span(role: Role, begins_on: date, ends_on: date | None) -> None:
    """From today on at the earliest: a right that began in the past would excuse what was done."""
    if begins_on < timezone.localdate():
        raise InputRefused(_("起始日期不能早于今天。"))
    if ends_on is not None and ends_on <= begins_on:
        raise InputRefused(_("终止日期应晚于起始日期。"))
    if ends_on is None and role in ENDS_BY_DATE:
        words = _("“%(role)s”是外单位人员或聘任人员,请填终止日期。")
        raise InputRefused(words % {"role": role.label})


def refuse_place(role: Role, area: Area) -> None:
    if area.kind not in HELD_AT[role]:
        words = _("“%(role)s”不能授予在%(kind)s这一级。")
        raise InputRefused(words % {"role": role.label, "kind": area.get_kind_display()})


def refuse_beside(
    user: User, role: Role, area: Area, begins_on: date, ends_on: date | None
) -> None:
    """The same role twice, or one that excludes another, in the same time."""
    standing = [grant for grant in user.grants.all() if _meet(grant, begins_on, ends_on)]
    if any(grant.role == role and grant.area_id == area.pk for grant in standing):
        raise InputRefused(_("这段时间已在这个区域授予过同一角色。"))
    for grant in standing:
        if grant.role != role and (role in ALONE or grant.role in ALONE):
            words = _("“%(one)s”与“%(other)s”不能由同一人担任:管理员和审计员不办案。")
            raise InputRefused(words % {"one": role.label, "other": grant.get_role_display()})


def _meet(grant: Grant, begins_on: date, ends_on: date | None) -> bool:
    """Whether the grant holds on some day of the span."""
    if grant.ends_on is not None and grant.ends_on <= max(begins_on, grant.begins_on):
        return False
    return ends_on is None or grant.begins_on < ends_on


def standing(user: User) -> QuerySet[Grant]:
    """The grants that hold today or later."""
    found: QuerySet[Grant] = user.grants.standing(timezone.localdate())
    return found


def governs(by: User, user: User) -> bool:
    """Whether all that the account may do, now or later, is for `by` to give: then he may close it.

    Of an account that holds nothing any more, what it held last decides.
    """
    held = user.grants.select_related("area")
    grants = list(standing(user).select_related("area")) or list(held.order_by("-ends_on")[:1])
    return (
        by.pk != user.pk
        and bool(grants)
        and all(may_give(by, one.role, one.area) for one in grants)
    )


def looks_shared(name: str) -> bool:
    """Whether an account seems to be named after a desk instead of a person."""
    return any(word in name for word in SHARED)
