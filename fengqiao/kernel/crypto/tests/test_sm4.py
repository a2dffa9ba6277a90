"""SM4 and SM4-GCM against what others published."""

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import SM4
from cryptography.hazmat.primitives.ciphers.modes import ECB
from hypothesis import given
from hypothesis import strategies as st

from fengqiao.kernel.crypto.sm4 import Tampered, decrypt, encrypt, encrypt_with

KEY = bytes.fromhex("0123456789abcdeffedcba9876543210")


def test_sm4_is_that_of_gb_t_32907():
    """Appendix A: one block, key and text alike."""
    machine = Cipher(SM4(KEY), ECB()).encryptor()  # noqa: S305
    assert machine.update(KEY).hex() == "681edf34d206965e86b3e94f536e4246"


def test_sm4_gcm_is_that_of_rfc_8998():
    """Appendix A.1."""
    nonce = bytes.fromhex("00001234567800000000abcd")
    place = bytes.fromhex("feedfacedeadbeeffeedfacedeadbeefabaddad2")
    text = b"".join(bytes([sign]) * 8 for sign in bytes.fromhex("aabbccddeeffeeaa"))
    assert encrypt_with(KEY, nonce, text, place).hex() == (
        "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
        "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
        "83de3541e4c2b58177e065a9bf7b62ec"
    )


@given(text=st.binary(max_size=80), at=st.integers(min_value=0), place=st.binary(max_size=9))
def test_whatever_is_changed_is_noticed(text, at, place):
    sealed = encrypt(KEY, text, place)
    assert decrypt(KEY, sealed, place) == text
    at %= len(sealed)
    bent = sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]
    for wrong in [(bent, place), (sealed, place + b"x"), (sealed[:-1], place), (b"", place)]:
        with pytest.raises(Tampered):
            decrypt(KEY, *wrong)


def test_the_same_text_is_another_ciphertext_each_time():
    assert encrypt(KEY, b"text", b"") != encrypt(KEY, b"text", b"")
