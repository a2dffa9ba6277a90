"""Gives a file out; the page that calls it has asked who may see the record."""

from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.utils.http import content_disposition_header

from fengqiao.kernel.crypto import streams
from fengqiao.kernel.files.models import StoredFile
from fengqiao.kernel.files.types import TYPES

# A browser that shows a picture alone puts it in the middle by a style of its own.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


def serve(request: HttpRequest, stored: StoredFile) -> HttpResponseBase:
    """Pictures are shown, all else is saved: a browser's viewer of PDF does not work in a sandbox, and
    outside one it would run what we did not find. Nothing is kept by the browser or a proxy."""
    type_ = TYPES[stored.type]
    answer = StreamingHttpResponse(
        () if request.method == "HEAD" else Opened(stored), content_type=type_.mime
    )
    answer["Content-Length"] = str(stored.size)
    answer["Content-Disposition"] = content_disposition_header(not type_.shown, stored.name) or ""
    answer["Content-Security-Policy"] = POLICY
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    answer["Cache-Control"] = "no-store, private"
    return answer


class Opened:
    """The bytes, piece by piece, each proved before it is given out. The first is read at once, so that
    a file that cannot be read is an error and no half answer; the server closes it in any case."""

    def __init__(self, stored: StoredFile) -> None:
        file = (Path(settings.MEDIA_ROOT) / stored.file).open("rb")
        self._pieces = streams.decrypted(b64decode(stored.key), file)
        self._first = next(self._pieces)

    def __iter__(self) -> Iterator[bytes]:
        yield self._first
        yield from self._pieces

    def close(self) -> None:
        self._pieces.close()
