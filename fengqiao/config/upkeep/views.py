"""What machines ask of the system, without sign-in: is it well, and its figures."""

import hmac
import ipaddress

from django.conf import settings
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from prometheus_client import CONTENT_TYPE_LATEST

from fengqiao.config.upkeep import figures
from fengqiao.kernel.accounts.gates import public

UNWELL = 503
# A proxy on the same machine would make everybody a neighbour.
FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_X_FORWARDED_PROTO")


@public()
def health(request: HttpRequest) -> HttpResponse:
    """Says ok once the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")


@public()
def worker(request: HttpRequest) -> HttpResponse:
    """Says ok while a worker keeps its clock; 503 once none has for some minutes."""
    alive = figures.worker_is_alive()
    return HttpResponse(
        "ok\n" if alive else "no worker\n",
        content_type="text/plain",
        status=200 if alive else UNWELL,
    )


@public()
def trail(request: HttpRequest) -> HttpResponse:
    """Says ok while the trail is whole, sealed and verified; else 503 and which of them it is not."""
    wrong = figures.wrong_with_the_trail()
    return HttpResponse(
        f"{wrong or 'ok'}\n", content_type="text/plain", status=UNWELL if wrong else 200
    )


@public()
def metrics(request: HttpRequest) -> HttpResponse:
    """The figures, for who asks from this machine itself or brings the token; for others not there."""
    if not (_has_token(request) or _is_neighbour(request)):
        raise Http404
    return HttpResponse(figures.text(), content_type=CONTENT_TYPE_LATEST)


def _has_token(request: HttpRequest) -> bool:
    wanted, given = settings.METRICS_TOKEN, request.headers.get("Authorization", "")
    return bool(wanted) and hmac.compare_digest(given.encode(), f"Bearer {wanted}".encode())


def _is_neighbour(request: HttpRequest) -> bool:
    if any(request.META.get(name) for name in FORWARDED):
        return False
    try:
        return ipaddress.ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
