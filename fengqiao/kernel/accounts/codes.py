"""A forgotten password, and the first one: face to face, by a code that is used once.

An administrator sees the code for a moment and hands it over; the person sets the password with
it on a public page. So nobody ever learns another's password, and no address carries a secret.
"""

import secrets
from datetime import timedelta

from django.contrib.auth.hashers import check_password, make_password
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from fengqiao.kernel.accounts import sessions
from fengqiao.kernel.accounts.models import OneTimeCode, User
from fengqiao.kernel.accounts.permissions import MANAGE
from fengqiao.kernel.accounts.signals import code_given, password_set

LIFE = timedelta(minutes=30)
DIGITS = 8


def may_give(user: User, by: User) -> bool:
    """Whether all that the account may do, now or later, lies within what `by` administers: with
    the code he could sign in as that person."""
    if by.pk == user.pk or not user.is_active:
        return False
    grants = user.grants.standing(timezone.localdate()).select_related("area")
    areas = [grant.area for grant in grants] or [None]
    return all(by.administers(area, MANAGE) for area in areas)


@transaction.atomic
def give_code(user: User, *, by: User | None) -> str:
    """A new code, in two groups of digits, to be shown once; codes before it end.

    PermissionDenied where `by` may not give this person one; None stands for the command line.
    """
    if not user.is_active or (by is not None and not may_give(user, by)):
        raise PermissionDenied
    now = timezone.now()
    user.one_time_codes.live().update(ends_at=now)
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"
    user.one_time_codes.create(
        digest=make_password(code), given_by=by, given_at=now, ends_at=now + LIFE
    )
    code_given.send(sender=User, user=user, by=by)
    return f"{code[: DIGITS // 2]} {code[DIGITS // 2 :]}"


def checked(user: User | None, typed: str) -> OneTimeCode | None:
    """The code that was typed, if it is the one given to the account; each attempt counts.

    Who is not there costs a hash as well, so that time tells nothing.
    """
    digits = "".join(filter(str.isdigit, typed))
    code = user.one_time_codes.live().first() if user and user.is_active else None
    counted = code and OneTimeCode.objects.live().filter(pk=code.pk).update(
        attempts=F("attempts") + 1
    )
    if code is None or not counted:
        make_password(digits)
        return None
    return code if check_password(digits, code.digest) else None


@transaction.atomic
def set_password(code: OneTimeCode, password: str, request: HttpRequest) -> bool:
    """Spend the code on a new password and end all sessions; False where another was faster."""
    unused = OneTimeCode.objects.filter(pk=code.pk, used_at=None)
    if not unused.update(used_at=timezone.now()):
        return False
    user = code.user
    user.set_password(password)
    user.save(update_fields=["password"])
    sessions.end(user, sessions.NEW_PASSWORD)
    password_set.send(sender=User, user=user, request=request)
    return True
