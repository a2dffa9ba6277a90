"""Tells people something, in the transaction of what it is about: they read of it once that is
committed, and never of what did not happen.

The rule for texts: **a notice names no person and quotes no record.** It says what sort of thing
happened and leads to the page, which asks for rights; so an inbox may lie open, and forgetting a
person need not look through inboxes.
"""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from fengqiao.kernel.accounts.models import Grant, User
from fengqiao.kernel.notices.models import LONGEST, Kind, Notice
from fengqiao.lib import personal


def notify(
    to: User | Iterable[User], text: str, url: str = "", *, kind: Kind = Kind.RESULT
) -> list[Notice]:
    """A notice to each of these people whose account has not ended.

    `url` is a path of our own; another one, and a text with a number that identifies somebody, is a
    mistake of ours.
    """
    if personal.NUMBER.search(text):
        raise ValueError("a notice quotes no one's number")
    if url and not (url.startswith("/") and url_has_allowed_host_and_scheme(url, None)):
        raise ValueError(f"a notice leads into the system alone, not to {url}")
    pks = [user.pk for user in ([to] if isinstance(to, User) else to)]
    return Notice.objects.bulk_create(
        Notice(user_id=pk, kind=kind, text=text[:LONGEST], url=url)
        for pk in _not_ended(pks).values_list("pk", flat=True)
    )


def _not_ended(pks: list[int]) -> QuerySet[User]:
    """Open accounts, without those all of whose rights are over; a new one has none yet."""
    grants = Grant.objects.filter(user=OuterRef("pk"))
    standing = grants.standing(timezone.localdate())
    users: QuerySet[User] = User.objects.filter(pk__in=pks, is_active=True)
    return users.filter(Exists(standing) | ~Exists(grants)).order_by("pk")
