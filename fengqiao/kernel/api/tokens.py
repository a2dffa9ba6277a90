"""Makes tokens, finds whose one is, counts its calls, and ends it."""

import secrets
import time
from collections.abc import Iterable
from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone

from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.accounts.permissions import SEE_AREAS
from fengqiao.kernel.accounts.rights import TABLES, Right
from fengqiao.kernel.api.models import Token
from fengqiao.kernel.api.permissions import USE
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.crypto.digests import plain_sm3

MARK = "fq_"  # by which people and scanners of leaked secrets know one
SHOWN = 10  # characters that its owner sees again
LONGEST = timedelta(days=365)
MINUTE = 60


def make(*, by: User, name: str, scopes: Iterable[str], expires_on: date) -> tuple[Token, str]:
    """A token and its secret, which is never seen again."""
    secret = MARK + secrets.token_urlsafe(32)
    with transaction.atomic():
        token = Token.objects.create(
            user=by,
            name=name,
            start=secret[:SHOWN],
            digest=digest_of(secret),
            scopes=sorted(scopes),
            expires_on=expires_on,
        )
        record(
            "api.token_made",
            by=by,
            subject=token,
            name=name,
            scopes=token.scopes,
            expires_on=expires_on,
        )
    return token, secret


def end(token: Token, *, by: User) -> None:
    """It opens nothing from now on; a second time changes nothing."""
    with transaction.atomic():
        open_ = Token.objects.filter(pk=token.pk, ended_at=None)
        if open_.update(ended_at=timezone.now()):
            record("api.token_ended", by=by, subject=token, name=token.name)


def find(secret: str) -> Token | None:
    """The token that this is, if it opens anything today. Its owner may be gone."""
    tokens = Token.objects.on(timezone.localdate()).filter(user__is_active=True)
    return tokens.select_related("user").filter(digest=digest_of(secret)).first()


def count_call(token: Token) -> bool:
    """Whether one more call fits into this minute, counted in one statement for all processes; the
    shared cache would read and write in two."""
    minute = int(time.time()) // MINUTE
    fits = ~Q(minute=minute) | Q(calls__lt=settings.API_CALLS_A_MINUTE)
    counted = Token.objects.filter(fits, pk=token.pk).update(
        calls=Case(When(minute=minute, then=F("calls") + 1), default=Value(1)),
        minute=minute,
        used_at=timezone.now(),
    )
    return bool(counted)


def seconds_left() -> int:
    """Until the next minute begins."""
    return MINUTE - int(time.time()) % MINUTE


def owner_of(token: Token) -> User:
    """The owner, confined to what the token is for; the names of places go with everything."""
    user = token.user
    user.confined_to = frozenset([*token.scopes, SEE_AREAS])
    return user


def may_use(user: User) -> bool:
    return user.can(USE)


def offered(user: User) -> list[Right]:
    """The rights of today that a person can lend to a token: those that some operation wants."""
    from fengqiao.kernel.api.v1 import operations

    wanted = {operation.right for operation in operations()}
    return [
        right for right in TABLES.rights.values() if right.name in wanted and user.can(right.name)
    ]


def digest_of(secret: str) -> str:
    """A secret has 256 bits, so one fast digest keeps it."""
    return plain_sm3(secret.encode("utf-8", "surrogateescape")).hex()
