"""Gives a file out; the page that calls it has asked who may see the record."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.utils.http import content_disposition_header

from fengqiao.kernel.crypto.sealed_files import Opened
from fengqiao.kernel.files.models import StoredFile
from fengqiao.kernel.files.types import TYPES

# A browser that shows a picture alone puts it in the middle by a style of its own.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


def opened(stored: StoredFile) -> Opened:
    """Its bytes, as they are given out."""
    return Opened(Path(settings.MEDIA_ROOT) / stored.file, stored.key)


def serve(request: HttpRequest, stored: StoredFile) -> HttpResponseBase:
    """Pictures are shown, all else is saved: a browser's viewer of PDF does not work in a sandbox, and
    outside one it would run what we did not find. Nothing is kept by the browser or a proxy."""
    type_ = TYPES[stored.type]
    answer = StreamingHttpResponse(
        () if request.method == "HEAD" else opened(stored), content_type=type_.mime
    )
    answer["Content-Length"] = str(stored.size)
    answer["Content-Disposition"] = content_disposition_header(not type_.shown, stored.name) or ""
    answer["Content-Security-Policy"] = POLICY
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    answer["Cache-Control"] = "no-store, private"
    return answer
