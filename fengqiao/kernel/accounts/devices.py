"""In which browsers a person signed in before; a new one is announced."""

import hashlib
import re
import secrets
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.accounts.requests import address_of
from fengqiao.kernel.accounts.signals import new_device
from fengqiao.kernel.accounts.user_agents import device_name

COOKIE = "device"
AGE = 400 * 24 * 60 * 60  # seconds; browsers keep none longer
TOKEN = re.compile(r"[\w-]{43}", re.ASCII)


def notice(
    sender: Any, *, request: HttpRequest, response: HttpResponse, user: User, **kwargs: Any
) -> None:
    """After a sign-in: know this browser from now on, and tell if it is new beside others.

    The very first is none to tell of.
    """
    token = request.COOKIES.get(COOKIE, "")
    if not TOKEN.fullmatch(token):
        token = secrets.token_urlsafe(32)
    others = user.devices.exists()
    _device, made = user.devices.get_or_create(digest=hashlib.sha256(token.encode()).hexdigest())
    if made and others:
        _tell(request, user)
    response.set_cookie(
        COOKIE,
        token,
        max_age=AGE,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def _tell(request: HttpRequest, user: User) -> None:
    name = device_name(request.headers.get("User-Agent", ""))
    new_device.send(sender=User, user=user, device=name, address=address_of(request))
    said = _("本账号第一次在这台设备上登录(%(device)s)。不是本人操作的,请立即修改密码。")
    messages.warning(request, said % {"device": name})
