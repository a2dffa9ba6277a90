"""Between the web server and Django: a thread of ours works, and never waits for a client.

A request is taken whole before a thread sees it, and an answer is whole before it is sent, so clients
that send or read slowly cost a connection each and no thread. In the language of PEP 3333 inside, of
ASGI outside.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from io import BufferedIOBase
from typing import Any

from fengqiao.config.bodies import KEY, SMALL, Came, Message, Receive, take
from fengqiao.kernel.crypto.spools import Spool

Environ = dict[str, Any]
Head = tuple[int, list[tuple[bytes, bytes]]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

THREADS = 8  # as many as one process may have connections to PostgreSQL
IN_MEMORY = 1024 * 1024  # bytes; what is larger lies on the disk, encrypted
PIECE = 256 * 1024  # bytes


class Door:
    """`known` tells whether a request comes from one who is signed in; he may send `most` bytes,
    everybody else `SMALL`."""

    def __init__(
        self, application: Application, known: Callable[[Environ], bool], most: int
    ) -> None:
        self.application, self.known, self.most = application, known, most
        self.threads = ThreadPoolExecutor(THREADS, thread_name_prefix="page")

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        with Spool(IN_MEMORY) as body, Spool(IN_MEMORY) as answer:
            environ = environ_of(scope)
            came = await self.take(environ, receive, body)
            if came is Came.GONE:
                return
            body.seek(0)
            environ |= {"wsgi.input": body, KEY: came.value}
            status, headers = await self.in_thread(self.ask, environ, answer)
            if came is not Came.WHOLE:
                headers.append(
                    (b"connection", b"close")
                )  # what is unread would be the next request
            await send({"type": "http.response.start", "status": status, "headers": headers})
            async for message in pieces(answer):
                await send(message)

    async def take(self, environ: Environ, receive: Receive, body: BufferedIOBase) -> Came:
        """The body, as far as its sender may send it; its true length takes the announced one's place."""
        announced = environ.get("CONTENT_LENGTH")
        if announced is None and "HTTP_TRANSFER_ENCODING" not in environ:
            return Came.WHOLE
        length = int(announced) if announced and announced.isdecimal() else None
        most = SMALL
        if length is None or length > SMALL:
            if length is not None and length > self.most:
                return Came.UNREAD
            most = self.most if await self.in_thread(self.known, environ) else SMALL
            if length is not None and length > most:
                return Came.UNREAD
        came = await take(receive, body, most)
        if came is Came.WHOLE:
            environ["CONTENT_LENGTH"] = str(body.tell())
        return came

    async def in_thread(self, work: Callable[..., Any], *arguments: Any) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self.threads, work, *arguments)

    def ask(self, environ: Environ, answer: BufferedIOBase) -> Head:
        """Have the request answered into a file."""
        head: list[Head] = []

        def start(status: str, headers: list[tuple[str, str]], broken: Any = None) -> None:
            named = [(name.encode("latin1"), value.encode("latin1")) for name, value in headers]
            head[:] = [(int(status[:3]), named)]

        given = self.application(environ, start)
        try:
            answer.writelines(given)
        finally:
            getattr(given, "close", lambda: None)()  # PEP 3333: if there is one
        return head[0]


async def pieces(answer: BufferedIOBase) -> AsyncIterator[Message]:
    """The body of an answer, the last piece marked as such."""
    left = answer.tell()
    answer.seek(0)
    while True:
        piece = answer.read(PIECE)
        left -= len(piece)
        yield {"type": "http.response.body", "body": piece, "more_body": left > 0}
        if left <= 0:
            return


def environ_of(scope: dict[str, Any]) -> Environ:
    """A request as PEP 3333 has it, still without its body."""
    server, client = scope.get("server") or ("localhost", 80), scope.get("client")
    return {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": scope["path"].encode().decode("latin1"),
        "QUERY_STRING": scope["query_string"].decode("latin1"),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "SERVER_NAME": server[0],
        "SERVER_PORT": str(server[1] or 80),
        "REMOTE_ADDR": client[0] if client else "",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.get("scheme", "http"),
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        **_headers(scope["headers"]),
    }


def _headers(sent: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Each under its name of CGI. One with `_` in its name is dropped: it would pass for one with
    `-`, such as a proxy's word for the address of a visitor."""
    found: dict[str, str] = {}
    for raw_name, raw_value in sent:
        name, value = raw_name.decode("latin1"), raw_value.decode("latin1")
        if "_" in name:
            continue
        key = name.upper().replace("-", "_")
        key = key if key in ("CONTENT_LENGTH", "CONTENT_TYPE") else f"HTTP_{key}"
        mark = "; " if key == "HTTP_COOKIE" else ","
        found[key] = f"{found[key]}{mark}{value}" if key in found else value
    return found
