"""Where a person is signed in, and how that is ended."""

from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.accounts.signals import sessions_ended

CLOSED = _("账号停用")
NEW_PASSWORD = _("修改密码")
ELSEWHERE = _("本人结束")


@transaction.atomic
def end(user: User, reason: str | Promise, *, but: str | None = None, **only: Any) -> int:
    """End the sessions of an account at once, but the one with the key `but`; how many there were.

    `only` narrows them, as a filter of `UserSession` does.
    """
    rows = UserSession.objects.filter(user_id=user.pk, **only).exclude(session_key=but or "")
    keys = list(rows.values_list("session_key", flat=True))
    count, _each = Session.objects.filter(session_key__in=keys).delete()
    UserSession.objects.filter(session_key__in=keys).delete()
    if count:
        sessions_ended.send(sender=User, user=user, count=count, reason=str(reason))
    return count
