"""Encrypted columns: what comes back, what stands in the database, what is refused."""

import io
import json

import pytest
from django.core.exceptions import FieldError, ValidationError
from django.core.management import call_command
from django.db import connection, models
from django.db.models import F, Max
from django.forms import modelform_factory
from django.test.utils import isolate_apps
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from fengqiao.kernel.crypto.fields import SM4TextField
from fengqiao.kernel.crypto.values import Unreadable
from tests.drawer.models import Sheet

pytestmark = pytest.mark.django_db

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@hypothesis(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=st.none() | st.text(), details=st.dictionaries(st.text(), JSON, max_size=3))
def test_any_text_and_any_data_come_back(said, details):
    sheet = Sheet.objects.create(said=said, details=details)
    sheet.refresh_from_db()
    assert (sheet.said, sheet.details) == (said, details)


@pytest.mark.parametrize("text", ["", "龘𠮷𪚥", "👩‍👩‍👧", "a\0b", "sm4:E1:AAAA", "字" * 100_000])
def test_these_texts_come_back_too(text):
    pk = Sheet.objects.create(said=text).pk
    assert Sheet.objects.get(pk=pk).said == text


def test_nothing_of_a_value_stands_in_the_database(stored):
    Sheet.objects.create(said="他打人", phone="13800001234", details={"伤": "左臂"})
    for column in ("said", "phone", "details"):
        [value] = stored("drawer_sheet", column)
        assert value.startswith("sm4:E1:")
        assert value.isascii()
    assert "1234" not in stored("drawer_sheet", "phone_end")[0].removeprefix("L1:")


def test_null_stays_null_and_can_be_asked_for(stored):
    Sheet.objects.create(said=None)
    Sheet.objects.create(said="")
    assert stored("drawer_sheet", "said")[0] is None
    assert Sheet.objects.filter(said__isnull=True).count() == 1


def test_every_way_to_write_encrypts(stored):
    one = Sheet.objects.create(said="一")
    Sheet.objects.bulk_create([Sheet(said="二")])
    Sheet.objects.filter(pk=one.pk).update(said="三")
    two = Sheet.objects.exclude(pk=one.pk).get()
    two.said = "四"
    Sheet.objects.bulk_update([two], ["said"])
    assert all(value.startswith("sm4:") for value in stored("drawer_sheet", "said"))
    assert list(Sheet.objects.order_by("pk").values_list("said", flat=True)) == ["三", "四"]
    assert Sheet.objects.filter(pk=one.pk).aggregate(said=Max("said"))["said"] == "三"


def test_a_changed_value_is_an_error(stored):
    sheet = Sheet.objects.create(said="原话")
    [value] = stored("drawer_sheet", "said")
    for bent in (
        value[:-2] + ("AA" if value[-2:] != "AA" else "BB"),
        value[:20],
        "原话",
        "sm4:E1:!",
    ):
        put(sheet, "said", bent)
        with pytest.raises(Unreadable):
            Sheet.objects.get(pk=sheet.pk)


def test_a_value_moved_to_another_column_is_an_error():
    sheet = Sheet.objects.create(said="原话", phone="13800001234")
    Sheet.objects.update(said=F("phone"))
    with pytest.raises(Unreadable, match=r"drawer_sheet\.said"):
        Sheet.objects.get(pk=sheet.pk)


def test_a_value_under_an_unknown_key_says_which(stored):
    sheet = Sheet.objects.create(said="原话")
    put(sheet, "said", stored("drawer_sheet", "said")[0].replace(":E1:", ":E7:"))
    with pytest.raises(Unreadable, match="E7"):
        Sheet.objects.get(pk=sheet.pk)


def put(sheet, column, text):
    with connection.cursor() as cursor:
        cursor.execute(f'UPDATE drawer_sheet SET "{column}" = %s WHERE id = %s', [text, sheet.pk])


@pytest.mark.parametrize(
    "question",
    [
        {"said": "原话"},
        {"said__in": ["原话"]},
        {"said__contains": "原"},
        {"said__gt": "原"},
        {"said__length": 2},
        {"details__伤": "左臂"},
        {"details__has_key": "伤"},
    ],
)
def test_nothing_is_found_by_its_content(question):
    with pytest.raises(FieldError, match="LookupField"):
        Sheet.objects.filter(**question)


@isolate_apps("tests.drawer")
def test_an_encrypted_column_has_no_index():
    class Wrong(models.Model):
        said = SM4TextField(db_index=True)
        name = SM4TextField(unique=True)

        class Meta:
            app_label = "drawer"

        def __str__(self):
            return self.said

    assert [error.id for error in Wrong.check()] == ["crypto.E001", "crypto.E001"]


def test_a_dump_is_encrypted_and_comes_back(tmp_path):
    Sheet.objects.create(said="他打人", phone="13800001234", details={"伤": "左臂"})
    Sheet.objects.create(said="sm4:E1:AAAA", details={"sm4": "sm4:E1:AAAA"})
    before = list(Sheet.objects.order_by("pk").values())
    out = io.StringIO()
    call_command("dumpdata", "drawer", stdout=out)
    assert "他打人" not in json.dumps(json.loads(out.getvalue()), ensure_ascii=False)
    file = tmp_path / "dump.json"
    file.write_text(out.getvalue(), "utf-8")
    Sheet.objects.all().delete()
    call_command("loaddata", str(file), verbosity=0)
    assert list(Sheet.objects.order_by("pk").values()) == before


def test_a_ciphertext_that_somebody_types_is_not_decrypted(stored):
    Sheet.objects.create(phone="13800001234")
    [value] = stored("drawer_sheet", "phone")
    form = modelform_factory(Sheet, fields=["phone", "details"])({"phone": value, "details": "[1]"})
    assert form.is_valid(), form.errors
    assert form.save().phone == value


def test_a_form_keeps_its_own_rules():
    form = modelform_factory(Sheet, fields=["said"])({"said": ""})
    assert "said" in form.errors
    with pytest.raises(ValidationError):
        Sheet(title="纸", said="").full_clean()


def test_data_is_an_object_or_a_list():
    with pytest.raises(TypeError, match="details"):
        Sheet.objects.create(details=5)
