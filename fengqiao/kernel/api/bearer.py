"""Lets a call in by its token, and by nothing else: no cookie counts here, so no page can make a
browser call for its owner."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from ninja.errors import Throttled
from ninja.security import HttpBearer

from fengqiao.kernel.accounts.rights import OWN
from fengqiao.kernel.api import tokens
from fengqiao.kernel.api.models import Token


class Bearer(HttpBearer):
    """`Authorization: Bearer fq_…` of one who holds the right, for a token that was lent it.

    `reaches` finds the record that the address names, or raises: who may not see it hears so before
    anything is said of what he sent.
    """

    def __init__(self, right: str, reaches: Callable[..., Any] | None = None) -> None:
        super().__init__()
        self.right, self.reaches = right, reaches

    def __call__(self, request: HttpRequest) -> Token | None:
        request.user = AnonymousUser()
        token: Token | None = super().__call__(request)
        return token

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        """Who calls, counted; refused where he may not."""
        found = tokens.find(token)
        if found is None:
            return None
        if not tokens.count_call(found):
            raise Throttled(tokens.seconds_left())
        may_use = tokens.may_use(found.user)
        request.user = user = tokens.owner_of(found)
        if not may_use or (self.right != OWN and not user.can(self.right)):
            raise PermissionDenied
        request.right = self.right  # type: ignore[attr-defined]
        if self.reaches and request.resolver_match:
            self.reaches(request, **request.resolver_match.kwargs)
        return found
