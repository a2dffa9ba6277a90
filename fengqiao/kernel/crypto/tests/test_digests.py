"""SM3 and HMAC-SM3 against what others published, and the framing of parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fengqiao.kernel.crypto.digests import hmac_sm3, plain_hmac_sm3, plain_sm3, sm3

# GB/T 32905-2016, appendix A.
GB_T_32905 = [
    (b"abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
    (b"abcd" * 16, "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"),
]
# GM/T 0042-2015, appendix D.3: key, text, code.
GM_T_0042 = [
    (
        bytes(range(1, 0x21)),
        b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq" * 2,
        "ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a",
    ),
    (
        bytes(range(1, 0x26)),
        b"\xcd" * 50,
        "220bf579ded555393f0159f66c99877822a3ecf610d1552154b41d44b94db3ae",
    ),
]
LISTS = st.lists(st.binary(max_size=4), max_size=4)


@pytest.mark.parametrize(("text", "digest"), GB_T_32905)
def test_sm3_is_that_of_the_standard(text, digest):
    assert plain_sm3(text).hex() == digest


@pytest.mark.parametrize(("key", "text", "code"), GM_T_0042)
def test_hmac_sm3_is_that_of_the_standard(key, text, code):
    assert plain_hmac_sm3(key, text).hex() == code


def hmac_by_hand(key, text):
    """RFC 2104 word for word: block of 64 bytes, inner and outer pad."""
    block = (key if len(key) <= 64 else plain_sm3(key)).ljust(64, b"\0")
    inner = plain_sm3(bytes(one ^ 0x36 for one in block) + text)
    return plain_sm3(bytes(one ^ 0x5C for one in block) + inner)


@given(key=st.binary(max_size=100), text=st.binary(max_size=200))
def test_hmac_sm3_is_rfc_2104_over_sm3(key, text):
    assert plain_hmac_sm3(key, text) == hmac_by_hand(key, text)


@given(one=LISTS, other=LISTS)
def test_parts_cannot_be_shifted_into_one_another(one, other):
    assert (sm3(*one) == sm3(*other)) == (one == other)
    assert (hmac_sm3(b"k" * 32, *one) == hmac_sm3(b"k" * 32, *other)) == (one == other)


def test_the_key_decides():
    assert hmac_sm3(b"a" * 32, b"text") != hmac_sm3(b"b" * 32, b"text")
