"""What holds for every request before anything reads it."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from fengqiao.config import views


class RequestMiddleware:
    """Refuses a request that announces more bytes than any upload may have, without reading it;
    and says in words that an address is none to be visited."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        announced = request.META.get("CONTENT_LENGTH") or "0"
        if announced.isdigit() and int(announced) > settings.MAX_REQUEST_BYTES:
            return views.too_large(request)
        answer = self.get_response(request)
        return views.wrong_method(answer) if answer.status_code == views.WRONG_METHOD else answer
