"""What comes or goes in a request and is too large for memory lies on the disk only encrypted.

Under a key that nobody keeps: it is made with the file, is never written anywhere, and ends with it. The
file has no name, so that nothing is left of it when a process is killed.
"""

import io
import secrets
from tempfile import TemporaryFile
from typing import IO, Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

BLOCK = 16  # bytes, of SM4
KEY = 16


class Spool(io.BufferedIOBase):
    """A file to write once from its beginning and to read from anywhere: in memory up to so many bytes,
    then on the disk.

    SM4 in counter mode: any place can be read by itself. Nothing proves what is read, for who could change
    the file could as well change the memory of the process.
    """

    def __init__(self, in_memory: int) -> None:
        self._most, self._key = in_memory, b""
        self._file: IO[bytes] = io.BytesIO()

    def write(self, data: Any, /) -> int:
        piece, at = bytes(data), self._file.tell()
        if not self._key and at + len(piece) > self._most:
            self._go_to_disk()
        return self._file.write(self._crossed(piece, at))

    def read(self, size: int | None = -1, /) -> bytes:
        at = self._file.tell()
        return self._crossed(self._file.read(-1 if size is None else size), at)

    def read1(self, size: int = -1, /) -> bytes:
        return self.read(size)

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def readable(self) -> bool:
        return True

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def close(self) -> None:
        self._file.close()
        super().close()

    def _go_to_disk(self) -> None:
        memory = self._file
        at = memory.tell()
        memory.seek(0)
        self._key = secrets.token_bytes(KEY)
        self._file = TemporaryFile()  # noqa: SIM115 (`close` closes it)
        self._file.write(self._crossed(memory.read(), 0))
        self._file.seek(at)
        memory.close()

    def _crossed(self, piece: bytes, at: int) -> bytes:
        """Encrypted or decrypted, which is the same, as the bytes of this place."""
        if not self._key or not piece:
            return piece
        block, before = divmod(at, BLOCK)
        counter = modes.CTR(block.to_bytes(BLOCK, "big"))
        cipher = Cipher(algorithms.SM4(self._key), counter).encryptor()
        return cipher.update(bytes(before) + piece)[before:]
