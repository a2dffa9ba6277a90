"""What holds for every request before anything reads it."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from fengqiao.config import views
from fengqiao.config.errors import new_number

LARGEST = 2**63 - 1


class RequestMiddleware:
    """Gives each request its number, which its errors and its lines in the log bear; refuses one
    that announces more bytes than any upload may have, without reading it; and says in words that
    an address is none to be visited."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.error_number = new_number()  # type: ignore[attr-defined]
        answer = self._answered(request)
        answer["X-Request-Id"] = request.error_number  # type: ignore[attr-defined]
        return answer

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> None:
        """No row has a number that the databases cannot hold; asked for, they would break."""
        if any(isinstance(value, int) and value > LARGEST for value in kwargs.values()):
            raise Http404

    def _answered(self, request: HttpRequest) -> HttpResponse:
        announced = request.META.get("CONTENT_LENGTH") or "0"
        if announced.isdigit() and int(announced) > settings.MAX_REQUEST_BYTES:
            return views.too_large(request)
        answer = self.get_response(request)
        wrong = answer.status_code == views.WRONG_METHOD
        return views.wrong_method(request, answer) if wrong else answer
