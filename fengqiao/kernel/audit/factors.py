"""Second factors: set up, removed, failed, and recovery codes made and used.

What changes them is heard of the database, inside its transaction: allauth announces some of it
only after the commit.
"""

from typing import Any

from allauth.core import context
from allauth.mfa import signals
from allauth.mfa.models import Authenticator
from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest

from fengqiao.kernel.accounts.factor_adapter import NAMES
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.audit.signing_in import where
from fengqiao.kernel.audit.whose import area_of

CODES = Authenticator.Type.RECOVERY_CODES


def listen() -> None:
    post_save.connect(added, sender=Authenticator, dispatch_uid="audit.factor_added")
    post_delete.connect(removed, sender=Authenticator, dispatch_uid="audit.factor_removed")
    signals.authenticator_used.connect(used, dispatch_uid="audit.factor_used")
    signals.authentication_failed.connect(failed, dispatch_uid="audit.factor_failed")


def added(sender: Any, *, instance: Authenticator, created: bool, **kwargs: Any) -> None:
    if not created:
        return
    if instance.type == CODES:
        _record("accounts.recovery_codes_made", instance)
    else:
        _record("accounts.factor_added", instance, factor=str(NAMES[instance.type]))


def removed(sender: Any, *, instance: Authenticator, **kwargs: Any) -> None:
    """Recovery codes go with the last factor, or before new ones are made: that says enough."""
    if instance.type != CODES:
        _record("accounts.factor_removed", instance, factor=str(NAMES[instance.type]))


def used(sender: Any, *, authenticator: Authenticator, **kwargs: Any) -> None:
    if authenticator.type == CODES:
        _record("accounts.recovery_code_used", authenticator)


def failed(
    sender: Any, *, request: HttpRequest, user: User, authenticator: Authenticator, **kwargs: Any
) -> None:
    record("accounts.factor_failed", by=None, subject=user, area=area_of(user), **where(request))


def _record(act: str, of: Authenticator, **details: Any) -> None:
    record(act, by=_acting(of), subject=of.user, area=area_of(of.user), **details)


def _acting(of: Authenticator) -> User:
    """Who does it: himself, or an administrator at the counter."""
    user = getattr(context.request, "user", None) if context.request else None
    return user if isinstance(user, User) else of.user
