from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from fengqiao.kernel.audit.via import Via, through


class DoorMiddleware:
    """What a request does came in by a page, or by the API."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with through(Via.API if request.path.startswith("/api/") else Via.PAGE):
            return self.get_response(request)
