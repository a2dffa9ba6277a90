from io import BytesIO

import openpyxl
import pytest

from fengqiao.kernel.audit.exporting import number_of
from fengqiao.kernel.audit.models import Entry, Payload
from fengqiao.kernel.search.words import sealed
from fengqiao.registers.people.tests.made import make_person

URL = "/people/export/"
MASKED = {"purpose": "work"}


def cells_of(answer):
    assert answer.status_code == 200, answer.content.decode()
    sheet = openpyxl.load_workbook(BytesIO(answer.content)).active
    return [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell]


@pytest.fixture
def someone(offices):
    return make_person(offices.own, name="周海涛", phone="+8613812345678", address="学院路8号")


@pytest.fixture
def director(offices, sign_in):
    return sign_in(offices.director)


def test_the_list_leaves_masked_with_a_number_that_the_trail_knows(clerk, offices, someone):
    cells = cells_of(clerk.post(URL, MASKED))
    assert {"周**", "138****5678"} <= set(cells)
    text = "\n".join(cells)
    for hidden in ("周海涛", someone.id_number, "13812345678", "学院路"):
        assert hidden not in text
    entry = Entry.objects.get(act="people.exported")
    assert (entry.by, entry.area) == (offices.clerk, offices.own)
    assert f"{number_of(entry)}，由" in text
    assert "用途：本所办理事项" in text
    assert offices.clerk.name in text


def test_who_may_not_takes_nothing_out_plain(clerk, someone):
    assert "周海涛" not in cells_of(
        clerk.post(URL, {"purpose": "report", "in_clear": "on", "reason": "我要"})
    )


def test_the_director_takes_it_out_plain_and_says_why(director, someone):
    page = director.post(URL, {"purpose": "report", "in_clear": "on", "reason": " "})
    assert page.status_code == 400
    assert not Entry.objects.filter(act="people.exported").exists()
    cells = cells_of(
        director.post(URL, {"purpose": "report", "in_clear": "on", "reason": "送区局备案"})
    )
    assert {"周海涛", "13812345678", someone.id_number} <= set(cells)
    assert "送区局备案" in "\n".join(cells)
    assert "送区局备案" in Payload.objects.get(entry__act="people.exported").body


def test_for_what_it_leaves_must_be_said(clerk, someone):
    for asked in ({"purpose": ""}, {"purpose": "other"}, {"purpose": "nothing"}):
        assert clerk.post(URL, asked).status_code == 400
    assert "移交" in "".join(cells_of(clerk.post(URL, {"purpose": "other", "reason": "移交"})))


def test_only_what_was_looked_for_leaves(clerk, offices, someone):
    make_person(offices.own, name="许燕")
    make_person(offices.other, name="周海波")
    address = f"{URL}?q={sealed('周', offices.clerk)}"
    assert clerk.get(address).context["count"] == 1
    cells = cells_of(clerk.post(address, MASKED))
    assert "许**" not in cells
    assert cells.count("周**") == 1


def test_a_reader_is_refused_and_nobody_gets_in_without_sign_in(reader, client):
    assert reader.get(URL).status_code == 403
    assert reader.post(URL, MASKED).status_code == 403
    assert client.get(URL)["Location"].startswith("/accounts/login/")


def test_the_page_takes_as_many_queries_for_thirty_persons(clerk, offices, someone, queries):
    one = len(queries(lambda: clerk.post(URL, MASKED)))
    for _number in range(30):
        make_person(offices.own)
    assert len(queries(lambda: clerk.post(URL, MASKED))) == one
