"""SM3 (GB/T 32905) and HMAC with it, over parts that cannot be shifted into one another."""

from cryptography.hazmat.primitives import hashes, hmac

LENGTH = 8  # bytes in which the length of a part is written


def plain_sm3(data: bytes) -> bytes:
    """The digest as the standard has it: of one text, 32 bytes."""
    digest = hashes.Hash(hashes.SM3())
    digest.update(data)
    return digest.finalize()


def sm3(*parts: bytes) -> bytes:
    """The digest of a list of parts; `sm3(b"ab", b"c")` differs from `sm3(b"a", b"bc")`."""
    return plain_sm3(framed(parts))


def plain_hmac_sm3(key: bytes, data: bytes) -> bytes:
    """HMAC (RFC 2104) with SM3 of one text."""
    code = hmac.HMAC(key, hashes.SM3())
    code.update(data)
    return code.finalize()


def hmac_sm3(key: bytes, *parts: bytes) -> bytes:
    """The keyed digest of a list of parts."""
    return plain_hmac_sm3(key, framed(parts))


def framed(parts: tuple[bytes, ...]) -> bytes:
    """The parts one after the other, each behind its length."""
    return b"".join(len(part).to_bytes(LENGTH, "big") + part for part in parts)
