"""Every change of accounts and roles; keyword-only, `by=` the actor, each in one transaction with
its trail. What the rules forbid is refused with one Chinese sentence (`InputRefused`)."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fengqiao.kernel.access import posts, rules
from fengqiao.kernel.accounts import sessions
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import Grant, User
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.recording import record
from fengqiao.lib.faults import InputRefused

ENDED = gettext_lazy("权限已停止")


@transaction.atomic
def make_account(
    *,
    username: str,
    name: str,
    phone: str,
    role: Role,
    area: Area,
    begins_on: date,
    ends_on: date | None,
    reason: str,
    by: User,
) -> User:
    """An account for one person with its first role; the password is his to set with a code."""
    user = open_account(username=username, name=name, phone=phone, area=area, by=by)
    give_role(
        user=user,
        role=role,
        area=area,
        begins_on=begins_on,
        ends_on=ends_on,
        reason=reason,
        by=by,
    )
    return user


@transaction.atomic
def open_account(*, username: str, name: str, phone: str, area: Area, by: User) -> User:
    """The account alone, for an act that gives its first role in the same transaction."""
    user = User(username=User.normalize_username(username), name=name.strip(), phone=phone)
    user.set_unusable_password()
    try:
        user.full_clean()
    except ValidationError as invalid:
        raise _refusal(invalid) from invalid
    user.save()
    record("access.made", by=by, subject=user, area=area)
    return user


def _refusal(invalid: ValidationError) -> InputRefused:
    return InputRefused("".join(invalid.messages))


@transaction.atomic
def give_role(
    *,
    user: User,
    role: Role,
    area: Area,
    begins_on: date,
    ends_on: date | None,
    reason: str,
    by: User,
) -> Grant:
    """A role in an area from a day on; without an end until it is ended. One of an office is held
    for a post, and ends with it."""
    _lock(user)
    rules.refuse_own(user, by)
    rules.refuse_giver(by, role, area)
    rules.refuse_place(role, area)
    rules.refuse_span(role, begins_on, ends_on)
    rules.refuse_beside(user, role, area, begins_on, ends_on)
    if not user.is_active:
        raise InputRefused(_("这个账号已经停用,请先启用。"))
    grant: Grant = user.grants.create(
        role=role, area=area, begins_on=begins_on, ends_on=ends_on, reason=reason, given_by=by
    )
    _record("access.given", grant, reason, by)
    if posts.hangs(role, area):
        posts.the_register().hang(grant)
    posts.tell_keeper(grant)
    return grant


@transaction.atomic
def end_role(*, grant: Grant, on: date, reason: str, by: User) -> None:
    """The role ends: on the day itself he can do nothing with it any more."""
    grant.refresh_from_db(from_queryset=Grant.objects.select_for_update())
    rules.refuse_own(grant.user, by)
    rules.refuse_giver(by, Role(grant.role), grant.area)
    if on < timezone.localdate():
        raise InputRefused(_("停止日期不能早于今天。"))
    if grant.ends_on is not None and grant.ends_on <= on:
        raise InputRefused(_("这个角色在这一天之前已经停止。"))
    move_end(grant=grant, on=max(on, grant.begins_on), reason=reason, by=by)


@transaction.atomic
def move_end(
    *, grant: Grant, on: date | None, reason: str, by: User | None, act: str = "access.ended"
) -> None:
    """Write the end; for an act elsewhere that ends a post, and for one that takes this back.

    Who holds nothing any more is signed out everywhere.
    """
    grant.ends_on = on
    grant.save(update_fields=["ends_on"])
    _record(act, grant, reason, by)
    person = User.objects.get(pk=grant.user_id)
    if person.has_ended:
        sessions.end(person, ENDED)


@transaction.atomic
def close_account(*, user: User, reason: str, by: User) -> None:
    """Nobody signs in with the account any more; its roles end today."""
    _lock(user)
    rules.refuse_own(user, by)
    _refuse_beyond(user, by)
    today = timezone.localdate()
    for grant in rules.standing(user):
        move_end(grant=grant, on=max(today, grant.begins_on), reason=reason, by=by)
    user.is_active = False
    user.save(update_fields=["is_active"])
    record("access.closed", by=by, subject=user, area=home(user), reason=reason)


@transaction.atomic
def reopen_account(*, user: User, reason: str, by: User) -> None:
    """The account may be used again; what it held has ended and is given anew."""
    _lock(user)
    rules.refuse_own(user, by)
    _refuse_beyond(user, by)
    user.is_active = True
    try:
        user.full_clean()
    except ValidationError as invalid:
        raise _refusal(invalid) from invalid
    user.save(update_fields=["is_active"])
    record("access.reopened", by=by, subject=user, area=home(user), reason=reason)


def _lock(user: User) -> None:
    """As the account stands now: who gives it a role and who closes it wait for each other."""
    user.refresh_from_db(from_queryset=User.objects.select_for_update())


def home(user: User) -> Area | None:
    """The area of his last role: there the trail of the account is read."""
    last = user.grants.exclude(area=None).select_related("area").last()
    return last.area if last else None


def _refuse_beyond(user: User, by: User) -> None:
    if not rules.governs(by, user):
        raise InputRefused(_("这个账号还有您不能授予的角色。您可以停止本区域的角色,不能停用账号。"))


def _record(act: str, grant: Grant, reason: str, by: User | None) -> None:
    record(
        act,
        by=by,
        subject=grant.user,
        area=grant.area,
        role=grant.get_role_display(),
        begins_on=grant.begins_on.isoformat(),
        ends_on=grant.ends_on.isoformat() if grant.ends_on else "",
        reason=reason,
    )
