"""The API as a whole: the `router` of the `api.py` of each app, under one shape of errors.

`urls --json` and the gates read each operation's right from its address, as they do for pages.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern
from ninja import NinjaAPI
from ninja.errors import HttpError, Throttled, ValidationError
from ninja.operation import Operation as NinjaOperation
from ninja.renderers import JSONRenderer

from fengqiao.kernel.api import errors
from fengqiao.kernel.stated import modules
from fengqiao.lib.faults import InputRefused

TITLE, VERSION, PREFIX = "枫桥数据接口", "1", "/api/v1"


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation as the document and the page of it need it."""

    name: str
    method: str
    path: str
    right: str
    summary: str


class ReadableJSON(JSONRenderer):
    """Chinese as it is."""

    json_dumps_params = {"ensure_ascii": False}


def say(request: HttpRequest, error: HttpError) -> HttpResponse:
    """401, 429 and what an operation refuses itself; only our own sentences are Chinese."""
    own = not isinstance(error, Throttled) and not error.message.isascii()
    answer = errors.answer(request, error.status_code, error.message if own else "")
    if isinstance(error, Throttled):
        answer["Retry-After"] = str(error.wait)
    return answer


def say_faults(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return errors.answer(request, 422, faults=errors.validation_faults(error.errors))


def say_refused(request: HttpRequest, refused: InputRefused) -> HttpResponse:
    """A refusal of the rules, in the words of the page."""
    faults = [errors.fault(fault.column, fault.sentence) for fault in refused.faults]
    return errors.answer(request, 422, refused.message, faults)


def leave(request: HttpRequest, error: Exception) -> HttpResponse:
    """Django's own handlers answer it, as they do for pages, and note what was refused."""
    raise error


HANDLERS: list[tuple[type[Exception], Any]] = [
    (Http404, leave),
    (PermissionDenied, leave),
    (Exception, leave),
    (InputRefused, say_refused),
    (ValidationError, say_faults),
    (HttpError, say),
]


@cache
def api() -> NinjaAPI:
    """Made once, when all apps are there."""
    made = NinjaAPI(
        title=TITLE,
        version=VERSION,
        urls_namespace="api",
        docs_url=None,
        openapi_url=None,
        renderer=ReadableJSON(),
    )
    for kind, handler in HANDLERS:
        made.add_exception_handler(kind, handler)
    for module in modules("api"):
        if hasattr(module, "router"):
            made.add_router("", module.router)
    return made


def document() -> dict[str, Any]:
    """The OpenAPI document, as plain values."""
    found: dict[str, Any] = json.loads(
        json.dumps(api().get_openapi_schema(path_prefix=PREFIX), ensure_ascii=False, default=str)
    )
    return found


def operations() -> Iterator[Operation]:
    """All operations, in the order of their apps."""
    for router in api()._get_bound_routers():
        for path, view in router.path_operations.items():
            for one in view.operations:
                yield Operation(
                    one.operation_id or "",
                    one.methods[0],
                    PREFIX + path,
                    _right(one),
                    one.summary or "",
                )


def _right(operation: NinjaOperation) -> str:
    right: str = operation.auth_callbacks[0].right  # type: ignore[attr-defined]
    return right


def _patterns() -> list[URLPattern]:
    """Each address with the mark of its operation, as views have theirs. A call without a token is
    refused by the operation itself, not sent to the page of signing in."""
    marks = {one.name: one for one in operations()}
    found = []
    for pattern in api().urls[0]:
        if isinstance(pattern, URLPattern) and (mark := marks.get(pattern.name or "")):
            view: Any = pattern.callback
            view.right, view.methods, view.login_required = mark.right, (mark.method,), False
            found.append(pattern)
    return found


app_name = "api"
urlpatterns = _patterns()
