"""What lies on the disk for the length of a request can be read by that request alone."""

import io
import os
import secrets

import pytest

from fengqiao.kernel.crypto.spools import Spool

TEXT = "王小明,320106199001010012,".encode() * 4000


def on_disk(spool: Spool) -> bytes:
    """Its bytes as one finds them who looks at the disk."""
    spool._file.flush()
    return os.pread(spool._file.fileno(), 10 * len(TEXT), 0)


@pytest.fixture
def spool():
    with Spool(1000) as made:
        yield made


def test_what_is_large_stands_encrypted_and_without_a_name(spool):
    spool.write(TEXT)
    stored = on_disk(spool)
    assert len(stored) == len(TEXT)
    assert b"320106199001010012" not in stored
    assert os.fstat(spool._file.fileno()).st_nlink == 0


def test_what_was_small_before_is_encrypted_with_the_rest(spool):
    spool.write(TEXT[:900])
    spool.write(TEXT[900:])
    assert on_disk(spool)[:100] != TEXT[:100]
    spool.seek(0)
    assert spool.read() == TEXT


def test_what_is_small_never_reaches_the_disk(spool):
    spool.write(b"a" * 1000)
    with pytest.raises(io.UnsupportedOperation):
        spool._file.fileno()
    spool.seek(0)
    assert spool.read() == b"a" * 1000


def test_two_files_of_the_same_text_have_nothing_in_common():
    with Spool(0) as one, Spool(0) as other:
        one.write(TEXT)
        other.write(TEXT)
        assert on_disk(one)[:64] != on_disk(other)[:64]


@pytest.mark.parametrize("pieces", [1, 7, 16, 1001, 65536])
def test_pieces_of_any_length_come_back_from_any_place(spool, pieces):
    text = secrets.token_bytes(40_000 if pieces > 16 else 3_000)
    for at in range(0, len(text), pieces):
        spool.write(text[at : at + pieces])
    assert spool.tell() == len(text)
    for at in (0, 1, 15, 16, 17, 999, 1000, 1001, 2999):
        spool.seek(at)
        assert spool.read(33) == text[at : at + 33]
        assert spool.read() == text[at + 33 :]
    assert spool.read() == b""


def test_it_can_be_read_as_a_file_of_lines(spool):
    spool.write("一\n二\n".encode() * 500)
    spool.seek(0)
    assert next(iter(spool)) == "一\n".encode()
    assert spool.read(4) == "二\n".encode()
