"""Large things encrypted in pieces, each proved by itself: SM4-GCM in the construction STREAM.

Each piece has its number and whether it is the last in its nonce, so that none can be left out,
exchanged, doubled or put behind the end. A key is used for one stream only, therefore nonces need not
be random; it is kept encrypted by whoever keeps the stream.
"""

import secrets
from collections.abc import Generator, Iterator
from typing import Any, BinaryIO, Protocol

from fengqiao.kernel.crypto import sm4
from fengqiao.kernel.crypto.values import Unreadable

HEAD = b"fengqiao stream 1\n"
PIECE = 64 * 1024  # bytes of text in each piece but the last
KEY = 16


class Source(Protocol):
    """What can be read piece by piece: an open file, or one that a browser sent."""

    def read(self, size: Any = ..., /) -> bytes: ...


def fresh_key() -> bytes:
    """For one stream and no other."""
    return secrets.token_bytes(KEY)


def encrypted(key: bytes, source: Source) -> Iterator[bytes]:
    """The head, then the pieces; an empty text is one empty piece."""
    yield HEAD
    piece, number = source.read(PIECE), 0
    while True:
        following = source.read(PIECE)
        yield sm4.encrypt_with(key, _nonce(number, not following), piece, HEAD)
        if not following:
            return
        piece, number = following, number + 1


def decrypted(key: bytes, file: BinaryIO) -> Generator[bytes, None, None]:
    """The text, or `Unreadable` before the first piece that is not as it was written."""
    with file:
        if file.read(len(HEAD)) != HEAD:
            raise Unreadable("一个加密文件被改动过")
        piece, number = file.read(PIECE + sm4.TAG), 0
        while True:
            following = file.read(PIECE + sm4.TAG)
            yield _opened(key, _nonce(number, not following), piece)
            if not following:
                return
            piece, number = following, number + 1


def _opened(key: bytes, nonce: bytes, piece: bytes) -> bytes:
    try:
        return sm4.decrypt(key, nonce + piece, HEAD)
    except sm4.Tampered:
        raise Unreadable("一个加密文件被改动过或不完整") from None


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(sm4.NONCE - 1, "big") + bytes([last])
