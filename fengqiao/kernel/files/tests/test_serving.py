"""How a file is given out."""

import pytest
from django.test import RequestFactory

from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.files.models import StoredFile
from fengqiao.kernel.files.serving import POLICY, serve
from fengqiao.kernel.files.tests.conftest import picture

pytestmark = pytest.mark.django_db


def test_a_picture_is_shown_and_kept_by_nobody(take):
    stored = take(picture(), "门牌.jpg")
    answer = serve(RequestFactory().get("/"), stored)
    data = b"".join(answer.streaming_content)
    assert len(data) == stored.size == int(answer["Content-Length"])
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Content-Disposition"].startswith("inline")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == POLICY
    assert "no-store" in answer["Cache-Control"]


def test_anything_else_is_saved_under_its_name(take):
    answer = serve(RequestFactory().get("/"), take("内容".encode(), "目录.txt"))
    assert answer["Content-Disposition"].startswith("attachment")
    assert "%E7%9B%AE%E5%BD%95.txt" in answer["Content-Disposition"]


def test_head_gives_the_headers_alone(take):
    answer = serve(RequestFactory().head("/"), take(b"text"))
    assert answer["Content-Length"] == "4"
    assert list(answer.streaming_content) == []


def test_nobody_may_list_files(take, cast):
    take(b"text")
    assert StoredFile.objects.count() == 1
    assert [user for user in User.objects.all() if StoredFile.objects.visible_to(user)] == []
