"""How apps state their operations: what it is, which right it wants, what it answers with."""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router

from fengqiao.kernel.api import idempotency
from fengqiao.kernel.api.bearer import Bearer
from fengqiao.kernel.api.schemas import Error

Act = Callable[..., Any]

READ_ERRORS = {400: Error, 401: Error, 403: Error, 404: Error, 422: Error, 429: Error}
WRITE_ERRORS = READ_ERRORS | {409: Error}
KEY = {
    "name": idempotency.HEADER,
    "in": "header",
    "required": True,
    "description": "同一件事重发时用同一个键,24 小时内只办一次",
    "schema": {"type": "string", "pattern": idempotency.PATTERN},
}


def reads(router: Router, path: str, right: str, answer: Any, summary: str) -> Callable[[Act], Act]:
    """A GET under this right."""

    def register(act: Act) -> Act:
        router.get(
            path,
            auth=Bearer(right),
            response={200: answer, **READ_ERRORS},
            summary=summary,
            operation_id=act.__name__,
        )(act)
        return act

    return register


def writes(
    router: Router,
    path: str,
    right: str,
    answer: Any,
    summary: str,
    status: int = 201,
    reaches: Callable[..., Any] | None = None,
) -> Callable[[Act], Act]:
    """A POST under this right, done once for each idempotency key. The act gives a Schema.
    `reaches` finds the record of the address, as in `Bearer`."""

    def register(act: Act) -> Act:
        @wraps(act)
        def once(request: HttpRequest, **given: Any) -> HttpResponse:
            return idempotency.once(request, partial(act, request, **given), status)

        router.post(
            path,
            auth=Bearer(right, reaches),
            response={status: answer, **WRITE_ERRORS},
            summary=summary,
            operation_id=act.__name__,
            openapi_extra={"parameters": [KEY]},
        )(once)
        return act

    return register
