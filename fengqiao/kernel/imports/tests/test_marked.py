"""A file with the mark of a state secret is turned away, by its name at once, by its text before its
preview, and nothing of it stays."""

import io
from datetime import date

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.imports import staging, storage
from fengqiao.kernel.imports.models import Import, State
from fengqiao.kernel.imports.tests.conftest import done
from fengqiao.kernel.notices.models import Notice

pytestmark = pytest.mark.django_db


def workbook(*first_cells: str) -> bytes:
    book, made = openpyxl.Workbook(), io.BytesIO()
    book.active.title = "封面"
    sheet = book.create_sheet("名单")
    for cell in first_cells:
        sheet.append(["", cell])
    book.save(made)
    return made.getvalue()


@pytest.fixture
def staged(cast, django_capture_on_commit_callbacks):
    def made(name: str, data: bytes) -> Import:
        file = SimpleUploadedFile(name, data)
        kept = staging.stage("names", file, on=date(2026, 1, 1), skip_bad_rows=False, by=cast.clerk)
        with django_capture_on_commit_callbacks(execute=True):
            return done(kept)

    return made


@pytest.mark.parametrize("name", ["名单.xlsx", "名单.csv"])
@pytest.mark.parametrize("mark", ["机密★10年", "秘密"])
def test_a_file_with_a_mark_is_given_up_and_erased(staged, cast, name, mark):
    data = workbook("", mark, "张三") if name.endswith("xlsx") else f"{mark}\n张三\n".encode()
    turned_away = staged(name, data)
    assert turned_away.state == State.DISCARDED
    assert "保守国家秘密法第二十九条" in turned_away.message
    assert (turned_away.file, turned_away.sections) == ("", [])
    assert list(storage.folder().iterdir()) == []
    assert Entry.objects.filter(act="imports.turned_away").count() == 1
    assert "国家秘密标志" in Notice.objects.visible_to(cast.clerk).get().text


def test_a_file_that_speaks_of_secrets_is_read(staged):
    assert staged("名单.xlsx", workbook("商业秘密纠纷", "机密性评估")).state != State.DISCARDED


def test_a_name_with_a_mark_is_refused_before_anything_is_kept(city_client):
    url = reverse("imports:upload", args=["names"])
    file = SimpleUploadedFile("绝密-名单.xlsx", workbook("张三"))
    answer = city_client.post(url, {"file": file, "on": "2026-01-01"})
    assert answer.status_code == 400
    assert "国家秘密标志" in answer.content.decode()
    assert not Import.objects.exists()
