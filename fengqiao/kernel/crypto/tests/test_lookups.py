"""Looking encrypted values up: by the whole, by its end, by one of many tokens."""

import pytest
from django.core.exceptions import FieldError
from django.db import models
from django.db.models import F
from django.test.utils import isolate_apps

from fengqiao.kernel.crypto import normalise
from fengqiao.kernel.crypto.lookups import LookupField, codes
from fengqiao.kernel.crypto.tokens import write_tokens
from tests.drawer.models import Sheet, SheetToken

pytestmark = pytest.mark.django_db


@pytest.fixture
def sheet():
    return Sheet.objects.create(phone="138 0000 1234")


@pytest.mark.parametrize(
    "typed", ["13800001234", "138-0000-1234", "+86 13800001234", "１３８00001234"]
)
def test_a_value_is_found_however_it_is_typed(sheet, typed):
    assert Sheet.objects.get(phone_code=typed) == sheet
    assert Sheet.objects.get(phone_code__in=[typed, None, ""]) == sheet
    assert not Sheet.objects.exclude(phone_code=typed).exists()


@pytest.mark.parametrize("typed", ["13800001235", "1380000123", "", " "])
def test_another_value_is_not_found(sheet, typed):
    assert not Sheet.objects.filter(phone_code=typed).exists()


def test_a_value_is_found_by_its_end(sheet):
    assert Sheet.objects.get(phone_end="1234") == sheet
    assert Sheet.objects.get(phone_end="13800001234") == sheet
    assert not Sheet.objects.filter(phone_end="0123").exists()


def test_the_code_follows_the_value(sheet):
    sheet.phone = "13900005678"
    sheet.save()
    assert not Sheet.objects.filter(phone_code="13800001234").exists()
    assert Sheet.objects.get(phone_code="13900005678") == sheet
    sheet.phone = ""
    sheet.save()
    assert Sheet.objects.get(phone_code__isnull=True) == sheet
    assert Sheet.objects.get(phone_code=None) == sheet


def test_half_a_save_is_refused(sheet):
    sheet.phone = "13900005678"
    with pytest.raises(FieldError, match="phone_code"):
        sheet.save(update_fields=["phone"])
    sheet.save(update_fields=["phone", "phone_code", "phone_end"])
    assert Sheet.objects.get(phone_code="13900005678") == sheet


def test_rows_made_in_bulk_have_their_codes():
    Sheet.objects.bulk_create([Sheet(phone="13900005678")])
    assert Sheet.objects.filter(phone_code="13900005678").exists()


@pytest.mark.parametrize("name", ["contains", "startswith", "gt", "iexact", "regex"])
def test_a_code_is_asked_for_by_whole_values_only(name):
    with pytest.raises(FieldError, match="whole values"):
        Sheet.objects.filter(**{f"phone_code__{name}": "138"})


def test_a_code_is_not_compared_with_another_column():
    with pytest.raises(FieldError, match="by values"):
        Sheet.objects.filter(phone_code=F("phone_end"))


def test_the_same_value_has_another_code_in_another_place(sheet, stored):
    assert not set(codes("a.b", "x")) & set(codes("a.c", "x"))
    sheet.phone = "1234"
    sheet.save()
    [whole], [end] = stored("drawer_sheet", "phone_code"), stored("drawer_sheet", "phone_end")
    assert whole != end


def test_a_look_up_is_one_statement_over_an_index(sheet, queries):
    [asked] = queries(lambda: Sheet.objects.get(phone_code="13800001234"))
    assert "1380000" not in asked
    assert "LIKE" not in asked.upper()


@isolate_apps("tests.drawer")
def test_a_code_is_not_unique_and_has_an_index():
    class Wrong(models.Model):
        one = LookupField(source="two", unique=True)

        class Meta:
            app_label = "drawer"

        def __str__(self):
            return self.one

    assert {"crypto.E002", "crypto.E003"} <= {error.id for error in Wrong.check()}


def test_a_thing_is_found_by_each_of_its_tokens_and_by_no_other(stored):
    sheet = Sheet.objects.create(title="zhs")
    write_tokens(SheetToken, sheet)
    for typed in ("z", "zh", "zhs"):
        assert Sheet.objects.get(tokens__code=typed) == sheet
    assert not Sheet.objects.filter(tokens__code="hs").exists()
    sheet.title = "zw"
    write_tokens(SheetToken, sheet)
    assert not Sheet.objects.filter(tokens__code="zh").exists()
    assert Sheet.objects.get(tokens__code="zw") == sheet
    assert len(stored("drawer_sheettoken", "code")) == 2


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("13800001234", "+8613800001234"),
        ("+86 138-0000-1234", "+8613800001234"),
        ("8613800001234", "+8613800001234"),
        ("0086 138 0000 1234", "+8613800001234"),
        ("(0523) 8688 1234", "+8652386881234"),
        ("0523-86881234", "+8652386881234"),
        ("+852 2123 4567", "+85221234567"),
        ("", ""),
        (" - ", ""),
    ],
)
def test_a_phone_number_is_e164(typed, known):
    assert normalise.phone(typed) == known


def test_an_id_number_is_the_same_in_capitals_and_in_full_width():
    assert normalise.plain(" 32120219900101123x") == "32120219900101123X"
    assert normalise.plain("３２１２０２") == "321202"
    assert normalise.last_four("32120219900101123x") == "123X"
