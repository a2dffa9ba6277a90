"""What holds for every request before anything reads it."""

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote_plus

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse

from fengqiao.config import views
from fengqiao.config.bodies import KEY, SMALL, Came
from fengqiao.config.errors import current, new_number
from fengqiao.kernel.api import errors

LARGEST = 2**63 - 1


class NumberMiddleware:
    """Gives each request its number, which its errors and its lines in the log bear; and each
    answer the headers for which Django has no setting."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        number = new_number()
        request.error_number = number  # type: ignore[attr-defined]
        token = current.set(number)
        try:
            answer = self.get_response(request)
        finally:
            current.reset(token)
        answer["X-Request-Id"] = number
        answer.headers.setdefault("Cache-Control", settings.CACHE_CONTROL)
        for name, value in settings.OTHER_HEADERS.items():
            answer.headers.setdefault(name, value)
        return answer


class RequestMiddleware:
    """Refuses a request that announces more bytes than any upload may have, without reading it;
    and says in words that an address is none to be visited."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.META.get(KEY) == Came.LATE:
            return views.too_slow(request)
        if _announced(request) > settings.MAX_REQUEST_BYTES:
            return views.too_large(request)
        answer = self.get_response(request)
        wrong = answer.status_code == views.WRONG_METHOD
        return views.wrong_method(request, answer) if wrong else answer

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> None:
        """No row has a number that the databases cannot hold, nor a name with a NUL in it; asked
        for, they would break."""
        if any(_beyond(value) for value in kwargs.values()):
            raise Http404
        if "\0" in unquote_plus(request.META.get("QUERY_STRING", "")):
            raise BadRequest("a NUL in the query")


class UnknownSenderMiddleware:
    """Reads next to nothing from who is not signed in: stands behind the middleware that sends him to
    sign in, and before the one of CSRF, which reads forms. The API asks for a token before it reads.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        unread = request.META.get(KEY) == Came.UNREAD
        if errors.is_call(request) and not unread:
            return None
        if unread or (_announced(request) > SMALL and not request.user.is_authenticated):
            return views.too_large_unknown(request)
        return None


def _announced(request: HttpRequest) -> int:
    """Bytes of the body, as far as the client says."""
    said = str(request.META.get("CONTENT_LENGTH") or "")
    return int(said) if said.isdecimal() else 0


def _beyond(value: Any) -> bool:
    if isinstance(value, int):
        return value > LARGEST
    return isinstance(value, str) and "\0" in value
