"""A name holds nothing that is not seen, however it comes in."""

import pytest

from fengqiao.lib.faults import InputRefused
from fengqiao.registers.organisations.forms.base import TakeBackForm
from fengqiao.registers.organisations.forms.offices import NewOfficeForm, PlaceForm
from fengqiao.registers.organisations.forms.photos import PhotoForm
from fengqiao.registers.organisations.forms.staff import JoinForm
from fengqiao.registers.organisations.forms.values import ValuesForm
from fengqiao.registers.organisations.tests.books import book_of
from fengqiao.registers.organisations.tests.made import make_office
from fengqiao.registers.organisations.tests.rosters import OFFICE
from fengqiao.rulebook import roster

TURNED = "张\u202e三"


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (JoinForm, "name"),
        (NewOfficeForm, "name"),
        (NewOfficeForm, "code"),
        (PlaceForm, "name"),
        (ValuesForm, "source"),
        (TakeBackForm, "why"),
        (PhotoForm, "remark"),
    ],
)
def test_every_form_refuses_it_at_the_field(form, field):
    (sentence,) = form({field: TURNED}).errors[field]
    assert "含有看不见的控制字符(U+202E)" in sentence


def test_the_page_says_so_and_keeps_what_was_typed(city_client):
    office = make_office()
    typed = {"name": TURNED, "category": "警辅", "on": "2024-01-01"}
    page = city_client.post(f"/organisations/offices/{office.pk}/staff/new/", typed)
    assert page.status_code == 400
    assert "看不见的控制字符" in page.content.decode()


@pytest.mark.parametrize("name", [TURNED, "张\u2067三", "张\u061c三"])
def test_a_roster_with_it_is_refused_at_the_cell(tmp_path, name):
    people = [{"office": OFFICE["code"], "name": name, "category": "警辅"}]
    with pytest.raises(InputRefused) as refused:
        roster.read(book_of(tmp_path, offices=[OFFICE], staff=people))
    (fault,) = refused.value.faults
    assert (fault.sheet, fault.row, fault.column) == ("人员", 2, "姓名")
    assert fault.found == f"张[U+{ord(name[1]):04X}]三"
    assert "请删去" in fault.expected
