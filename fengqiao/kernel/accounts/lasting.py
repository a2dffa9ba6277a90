"""How long a session lasts: it ends when it was idle, at the latest after a working day, and at
once when the account may do nothing any more."""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.accounts import sessions
from fengqiao.kernel.accounts.models import User

BEGAN, SEEN = "session_began", "session_seen"  # seconds since 1970
NOTED_EVERY = 60  # seconds: a write a minute is enough to know who is idle
IDLE = _("太久没有操作,已自动退出,请重新登录。")
TOO_LONG = _("登录时间已到,请重新登录。")
ENDED = _("账号的授权已全部到期,不能再使用。")


def begin(sender: Any, *, request: HttpRequest, **kwargs: Any) -> None:
    """From a sign-in on, time counts."""
    request.session[BEGAN] = request.session[SEEN] = int(time.time())


class SessionEndsMiddleware:
    """Signs out whose time is over, before the page asks who it is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        user = request.user
        if isinstance(user, User):
            reason = self.over(request, user)
            if reason:
                self.end(request, user, reason)
            else:
                self.note(request)
        return self.get_response(request)

    def over(self, request: HttpRequest, user: User) -> str | Promise:
        """Why the session ends now, or nothing."""
        now = time.time()
        if now - request.session.get(BEGAN, now) >= settings.SESSION_LASTS:
            return TOO_LONG
        if now - request.session.get(SEEN, now) >= settings.SESSION_IDLE:
            return IDLE
        return ENDED if user.has_ended else ""

    def end(self, request: HttpRequest, user: User, reason: str | Promise) -> None:
        sessions.end(user, reason, session_key=request.session.session_key)
        request.session.flush()
        request.user = AnonymousUser()
        messages.warning(request, str(reason))

    def note(self, request: HttpRequest) -> None:
        now = int(time.time())
        if now - request.session.get(SEEN, 0) >= NOTED_EVERY:
            request.session.setdefault(BEGAN, now)
            request.session[SEEN] = now
            sessions.seen(request.session.session_key, timezone.now())
