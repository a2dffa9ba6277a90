"""Who sends, asked before anything of a large body is read."""

from importlib import import_module
from io import BytesIO
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.core.handlers.wsgi import WSGIRequest
from django.db import DatabaseError, close_old_connections
from django.http import HttpRequest

from fengqiao.kernel.api import tokens


def is_known(environ: dict[str, Any]) -> bool:
    """Whether the request bears a session in which somebody signed in, or a token that opens
    something. What he may do, the pages ask; that the database does not answer, they say."""
    request = WSGIRequest(environ | {"wsgi.input": BytesIO()})
    try:
        return has_session(request) or has_token(request)
    except DatabaseError:
        return False
    finally:
        close_old_connections()


def has_session(request: HttpRequest) -> bool:
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
    store = import_module(settings.SESSION_ENGINE).SessionStore(key)
    return key is not None and SESSION_KEY in store


def has_token(request: HttpRequest) -> bool:
    kind, _, secret = request.headers.get("Authorization", "").partition(" ")
    return kind.lower() == "bearer" and tokens.find(secret) is not None
