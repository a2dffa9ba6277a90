"""Where a person is signed in, and how that is ended."""

from datetime import datetime, timedelta
from typing import Any

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
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


def open_now(user: User) -> QuerySet[UserSession]:
    """The sessions of an account that still hold, the last used first."""
    now = timezone.now()
    awake = now - timedelta(seconds=settings.SESSION_IDLE)
    alive = Session.objects.filter(expire_date__gt=now).values("session_key")
    rows: QuerySet[UserSession] = UserSession.objects.filter(
        user_id=user.pk, last_seen_at__gt=awake, session_key__in=alive
    )
    return rows.order_by("-last_seen_at", "-pk")


def seen(key: str | None, at: datetime) -> None:
    """Somebody is at work in the session with this key."""
    UserSession.objects.filter(session_key=key).update(last_seen_at=at)


def end_after_new_password(sender: Any, *, request: HttpRequest, user: User, **kwargs: Any) -> None:
    """Who changes his password stays signed in here, and nowhere else."""
    end(user, NEW_PASSWORD, but=request.session.session_key)


def end_when_closed(sender: Any, *, instance: User, **kwargs: Any) -> None:
    """A closed account is let in no more as it is; opened again, it begins anew."""
    if not instance.is_active:
        end(instance, CLOSED)
