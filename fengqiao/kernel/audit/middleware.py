import logging
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from fengqiao.kernel.accounts.gates import right_of
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.accounts.rights import PUBLIC
from fengqiao.kernel.audit.refusals import note_refusal
from fengqiao.kernel.audit.registry import leaves_no_trail
from fengqiao.kernel.audit.via import Via, through
from fengqiao.kernel.audit.watching import watched

log = logging.getLogger(__name__)


class TrailForgotten(Exception):
    """Something was sent and taken, and nothing recorded: a mistake of ours that tests must see."""


class TrailMiddleware:
    """What a request does came in by a page, or by the API; who is refused is recorded; and what
    was sent and taken without leaving a trail is an error."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with through(Via.API if request.path.startswith("/api/") else Via.PAGE):
            with watched() as acts:
                answer = self.get_response(request)
            if answer.status_code < 400 and not acts:
                _missed(request)
            note_refusal(request, answer)
        return answer


def _missed(request: HttpRequest) -> None:
    if request.method in ("GET", "HEAD", "OPTIONS", "TRACE"):
        return
    match = request.resolver_match
    if match is None or leaves_no_trail(match.view_name):
        return
    if not isinstance(request.user, User) and right_of(match.func) != PUBLIC:
        return  # sent away to sign in
    words = f"{request.method} {match.view_name} left no trail"
    if settings.TRAIL_IS_STRICT:
        raise TrailForgotten(words)
    log.error(words)
