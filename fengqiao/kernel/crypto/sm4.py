"""SM4 (GB/T 32907) in GCM as RFC 8998 has it: 12 bytes of nonce, 16 of tag behind the text."""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import SM4
from cryptography.hazmat.primitives.ciphers.modes import GCM

NONCE, TAG = 12, 16


class Tampered(Exception):
    """The text is not what was encrypted under this key for this place."""


def encrypt(key: bytes, text: bytes, place: bytes) -> bytes:
    """Nonce, ciphertext and tag. The nonce is random: 2^32 values are safe under one key."""
    nonce = secrets.token_bytes(NONCE)
    return nonce + encrypt_with(key, nonce, text, place)


def encrypt_with(key: bytes, nonce: bytes, text: bytes, place: bytes) -> bytes:
    """Ciphertext and tag for a nonce that must never be used twice; for tests of the standard."""
    machine = Cipher(SM4(key), GCM(nonce)).encryptor()
    machine.authenticate_additional_data(place)
    return machine.update(text) + machine.finalize() + machine.tag


def decrypt(key: bytes, sealed: bytes, place: bytes) -> bytes:
    """What was encrypted, or `Tampered`."""
    nonce, body, tag = sealed[:NONCE], sealed[NONCE:-TAG], sealed[-TAG:]
    if len(sealed) < NONCE + TAG:
        raise Tampered
    machine = Cipher(SM4(key), GCM(nonce, tag)).decryptor()
    machine.authenticate_additional_data(place)
    try:
        return machine.update(body) + machine.finalize()
    except InvalidTag:
        raise Tampered from None
