from typing import Any

from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.accounts.signals import password_set
from fengqiao.kernel.api import tokens
from fengqiao.kernel.api.models import Token


def listen() -> None:
    password_set.connect(of_password, dispatch_uid="api.of_password")


def of_password(sender: Any, *, user: User, **kwargs: Any) -> None:
    """Who needs a new password from the counter may have lost more than his memory: what was made
    under the old one ends, in the same transaction."""
    for token in Token.objects.filter(user=user, ended_at=None):
        tokens.end(token, by=user)
