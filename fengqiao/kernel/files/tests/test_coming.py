"""A large file of a form is nowhere in plain while it comes."""

import hashlib
import tempfile

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest
from django.test import RequestFactory

from fengqiao.kernel.crypto.spools import Spool
from fengqiao.kernel.files.coming import SpoolingHandler

LARGE = b"0123456789" * 200_000  # two megabytes


def request_with(data: bytes) -> HttpRequest:

    return RequestFactory().post("/", {"file": SimpleUploadedFile("名册.xlsx", data, "x/y")})


def test_it_lies_in_a_spool_and_comes_back_whole(monkeypatch):
    monkeypatch.setattr(tempfile, "NamedTemporaryFile", None)  # what Django would lay it into
    file = request_with(LARGE).FILES["file"]
    assert isinstance(file.file, Spool)
    assert (file.name, file.size, file.content_type) == ("名册.xlsx", len(LARGE), "x/y")
    assert hashlib.file_digest(file, "sha256").digest() == hashlib.sha256(LARGE).digest()
    assert b"".join(file.chunks()) == LARGE


def test_the_end_of_the_request_ends_it():
    request = request_with(LARGE)
    file = request.FILES["file"]
    request.close()
    assert file.closed


def test_a_small_one_stays_in_memory():
    assert not isinstance(request_with(b"small").FILES["file"].file, Spool)


def test_an_upload_that_is_broken_off_leaves_nothing_open():
    handler = SpoolingHandler(HttpRequest())
    handler.upload_interrupted()  # before a file has begun
    handler.new_file("file", "a.xlsx", "x/y", None)
    handler.receive_data_chunk(LARGE, 0)
    handler.upload_interrupted()
    assert handler.file.closed
