"""Takes what a client sends, before a thread waits for it: how much, from whom, and how long.

The web server has no limit of its own for a body that does not come (its makers leave that to what
stands before it), so a handful of clients that announce bytes and send none would hold every thread.
"""

import asyncio
from collections.abc import Awaitable, Callable
from enum import StrEnum
from io import BufferedIOBase
from typing import Any

Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]

SMALL = 16 * 1024  # bytes that anybody may send: a sign-in form is far below
SILENCE = 15.0  # seconds without a byte
SLOWEST = 4 * 1024  # bytes a second, on the whole
KEY = "fengqiao.body"  # of what became of the body, in the environ of a request


class Came(StrEnum):
    """What became of a body."""

    WHOLE = "whole"
    UNREAD = "unread"  # more than this sender may send
    LATE = "late"
    GONE = "gone"  # and the client with it


async def take(receive: Receive, into: BufferedIOBase, most: int) -> Came:
    """Read a body up to `most` bytes; who is silent, or slow on the whole, is not waited for."""
    clock = asyncio.get_running_loop().time
    begun = clock()
    taken = 0
    try:
        async with asyncio.timeout(SILENCE) as patience:
            while True:
                message = await receive()
                if message["type"] != "http.request":
                    return Came.GONE
                piece: bytes = message.get("body", b"")
                taken += len(piece)
                if taken > most:
                    return Came.UNREAD
                into.write(piece)
                if not message.get("more_body"):
                    return Came.WHOLE
                last = begun + SILENCE + taken / SLOWEST
                patience.reschedule(min(clock() + SILENCE, last))
    except TimeoutError:
        return Came.LATE
