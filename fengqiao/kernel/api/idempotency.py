"""The same write twice is done once: the answer is kept with its key, in the transaction of the act.

Who comes second with a key waits for the first, for the database lets one of them write the row:
PostgreSQL at the unique key, SQLite at the transaction. What failed keeps no answer and may be
tried again under its key.
"""

import re
from collections.abc import Callable

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Schema
from ninja.errors import HttpError

from fengqiao.kernel.accounts.requests import user_of
from fengqiao.kernel.api.ageing import kept
from fengqiao.kernel.api.models import Answer
from fengqiao.kernel.audit.watching import nothing_done
from fengqiao.kernel.crypto.digests import sm3

HEADER = "Idempotency-Key"
PATTERN = r"^[A-Za-z0-9_-]{8,100}$"


def once(request: HttpRequest, act: Callable[[], Schema], status: int) -> HttpResponse:
    """The answer to the act, or the one that its key was given before."""
    key, user, body = key_of(request), user_of(request), request.body
    digest = sm3((request.method or "").encode(), request.get_full_path().encode(), body).hex()
    with transaction.atomic():
        mine = Answer.objects.filter(user=user, key=key)
        mine.filter(created_at__lt=timezone.now() - kept()).delete()
        answered, first = Answer.objects.get_or_create(
            user=user, key=key, defaults={"digest": digest}
        )
        if first:
            answered.status, answered.body = status, act().model_dump_json()
            answered.save(update_fields=["status", "body"])
    if answered.digest != digest:
        raise HttpError(422, _("这个幂等键已用于另一个请求,请换一个。"))
    answer = HttpResponse(answered.body, status=answered.status, content_type="application/json")
    if not first:
        nothing_done()
        answer["Idempotency-Replayed"] = "true"
    return answer


def key_of(request: HttpRequest) -> str:
    """The key of the request; every write wants one."""
    key = request.headers.get(HEADER, "")
    if not re.fullmatch(PATTERN, key):
        raise HttpError(
            400,
            _("写入要带请求头 %(header)s:8 至 100 个字母、数字、下划线或连字符。")
            % {"header": HEADER},
        )
    return key
