"""Large things in pieces: what was written comes back, and nothing else does."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fengqiao.kernel.crypto import sm4, streams
from fengqiao.kernel.crypto.streams import HEAD, PIECE, decrypted, encrypted, fresh_key
from fengqiao.kernel.crypto.values import Unreadable

KEY = bytes(16)
SIZES = [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 7]


def sealed(data):
    return b"".join(encrypted(KEY, io.BytesIO(data)))


def read(data, key=KEY):
    return b"".join(decrypted(key, io.BytesIO(data)))


@pytest.mark.parametrize("size", SIZES)
def test_a_text_of_any_length_comes_back(size):
    data = bytes(size % 251 for _ in range(size))
    pieces = max(1, -(-size // PIECE))
    assert len(sealed(data)) == len(HEAD) + size + pieces * sm4.TAG
    assert read(sealed(data)) == data


def test_another_key_reads_nothing():
    with pytest.raises(Unreadable):
        read(sealed(b"text"), fresh_key())


@pytest.mark.parametrize("left", [0, 5, len(HEAD), len(HEAD) + PIECE + 16, len(HEAD) + 10])
def test_a_stream_that_lacks_its_end_is_refused(left):
    with pytest.raises(Unreadable):
        read(sealed(bytes(2 * PIECE))[:left])


def test_nothing_can_be_put_behind_the_end():
    whole = sealed(b"text")
    with pytest.raises(Unreadable):
        read(whole + whole[len(HEAD) :])


def test_pieces_cannot_be_exchanged():
    data = sealed(bytes(PIECE) + b"\1" * PIECE + b"end")
    one, two = len(HEAD), len(HEAD) + PIECE + 16
    swapped = data[:one] + data[two : two + PIECE + 16] + data[one:two] + data[two + PIECE + 16 :]
    with pytest.raises(Unreadable):
        read(swapped)


@given(st.data())
def test_no_bit_can_be_changed(data):
    whole = bytearray(sealed(b"a text of one piece"))
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(Unreadable):
        read(bytes(whole))


def test_keys_are_fresh():
    assert len({streams.fresh_key() for _ in range(50)}) == 50
