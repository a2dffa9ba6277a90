"""A file is taken in whole, encrypted and named after its content, or not at all."""

import stat

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction

from fengqiao.kernel.crypto.values import Unreadable
from fengqiao.kernel.files import kinds
from fengqiao.kernel.files.kinds import Kind
from fengqiao.kernel.files.models import StoredFile
from fengqiao.kernel.files.serving import opened
from fengqiao.kernel.files.storing import refuse_more, store
from fengqiao.kernel.files.tests.conftest import picture
from fengqiao.lib.faults import InputRefused

WORDS = "卷宗目录\n第一页 ".encode() * 9000  # of several pieces


def on_disk(media):
    return [path for path in media.rglob("*") if path.is_file()]


def test_what_was_brought_is_given_out_again_and_unreadable_on_the_disk(take, media):
    stored = take(WORDS, "目录.txt")
    assert b"".join(opened(stored)) == WORDS
    assert (stored.name, stored.type, stored.size) == ("目录.txt", "text", len(WORDS))
    [path] = on_disk(media)
    assert path == media / stored.file
    assert "卷宗".encode() not in path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_key_of_a_file_stands_encrypted_in_its_row(take):
    stored = take(WORDS)
    with connection.cursor() as cursor:
        cursor.execute("SELECT key FROM files_storedfile")
        [(value,)] = cursor.fetchall()
    assert value.startswith("sm4:E1:")
    assert stored.key not in value


@pytest.mark.parametrize("change", ["first", "last", "short", "doubled", "swapped"])
def test_a_file_that_was_changed_on_the_disk_is_not_given_out(take, media, change):
    stored = take(WORDS)
    path = media / stored.file
    data = path.read_bytes()
    head, piece = 18, 64 * 1024 + 16
    one, two, rest = data[head : head + piece], data[head + piece : head + 2 * piece], b""
    rest = data[head + 2 * piece :]
    changed = {
        "first": data[:head] + b"!" + data[head + 1 :],
        "last": data[:-1] + bytes([data[-1] ^ 1]),
        "short": data[: head + 2 * piece],
        "doubled": data[:head] + one + one + two + rest,
        "swapped": data[:head] + two + one + rest,
    }[change]
    assert changed != data
    path.write_bytes(changed)
    with pytest.raises(Unreadable):
        b"".join(opened(stored))


def test_the_content_says_what_a_file_is_and_not_its_name(take):
    stored = take(picture(), "合同.docx")
    assert (stored.type, stored.name) == ("jpeg", "合同.jpg")


def test_a_kind_takes_only_its_types(take, monkeypatch, media):
    monkeypatch.setitem(kinds._kinds, "tests.photo", Kind("tests.photo", "照片", ("jpeg",)))
    with pytest.raises(InputRefused, match=r"PDF.*只收JPEG"):
        take(b"%PDF-1.7\n1 0 obj\n%%EOF", kind="tests.photo")
    assert on_disk(media) == []


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "空的"),
        (b"\0\0\0\x18ftypheic" + bytes(40), "HEIC"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "旧版"),
        (b"MZ" + bytes(600), "没有|认不出|只收"),
        (bytes(range(256)) * 4, "只收"),
    ],
)
def test_what_is_not_taken_is_refused_in_a_sentence(take, media, data, sentence):
    with pytest.raises(InputRefused, match=sentence):
        take(data, "照片.jpg")
    assert on_disk(media) == []


def test_a_file_that_is_too_large_is_refused_before_it_is_read(take, monkeypatch):
    monkeypatch.setitem(kinds._kinds, "tests.small", Kind("tests.small", "小", ("text",), 2**20))
    with pytest.raises(InputRefused, match="1 MB"):
        take(b"a" * (2**20 + 1), kind="tests.small")


def test_a_record_has_no_more_files_than_its_kind_allows():
    refuse_more("tests.any", 19)
    with pytest.raises(InputRefused, match="20"):
        refuse_more("tests.any", 20)


def test_an_act_that_fails_leaves_no_row_and_its_file_to_the_sweep(take, media):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        take(WORDS)
        1 / 0  # noqa: B018
    assert not StoredFile.objects.exists()
    assert len(on_disk(media)) == 1


@pytest.mark.django_db(transaction=True)
def test_a_file_is_stored_only_inside_an_act():
    with pytest.raises(transaction.TransactionManagementError):
        store(SimpleUploadedFile("a.txt", b"a"), by=None, area=None, kind="tests.any")
