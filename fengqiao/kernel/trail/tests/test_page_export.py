"""The trail leaves as a file with a number, and the register knows the number."""

import csv
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from fengqiao.kernel.audit.exporting import number_of
from fengqiao.kernel.audit.models import Entry, Payload

URL, REGISTER = "/trail/export/", "/trail/exports/"
SENT = {"form": "xlsx", "reason": "送区局检查"}


def cells(answer):
    assert answer.status_code == 200, answer.content.decode()
    if "csv" in answer["Content-Type"]:
        table = csv.reader(StringIO(answer.content.decode("utf-8-sig")))
    else:
        table = load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True)
    return "\n".join(str(cell) for row in table for cell in row if cell)


def taken():
    return Entry.objects.get(act="audit.exported")


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_the_file_says_its_number_who_when_and_for_what(scene, opened, sign_in, form):
    said = cells(sign_in(scene.auditor).post(URL, SENT | {"form": form}))
    assert number_of(taken()) in said
    assert "由葛明珠于" in said
    assert "送区局检查" in said
    assert "许晓燕打开了人员档案 7 号中的完整信息" in said
    assert "张三" not in said
    assert "送区局检查" in Payload.objects.get(entry=taken()).body


def test_only_what_was_asked_for_and_may_be_seen_leaves(scene, opened, sign_in):
    director = sign_in(scene.director)
    assert "人员档案 7 号" in cells(director.post(f"{URL}?who=clerk", SENT))
    assert director.post(f"{URL}?act=people.merged", SENT).status_code == 400
    assert sign_in(scene.abroad).post(f"{URL}?who=clerk", SENT).status_code == 400


def test_for_what_must_be_said_and_nothing_leaves_without_it(scene, opened, sign_in):
    answer = sign_in(scene.director).post(URL, {"form": "xlsx", "reason": " "})
    assert answer.status_code == 400
    assert "请写明用途" in answer.content.decode()
    assert not Entry.objects.filter(act="audit.exported").exists()


def test_more_than_a_file_holds_is_refused_in_words(scene, opened, sign_in, monkeypatch):
    monkeypatch.setattr("fengqiao.kernel.trail.views.exporting.MOST", 0)
    answer = sign_in(scene.director).post(URL, SENT)
    assert answer.status_code == 400
    assert "请用筛选缩小范围" in answer.content.decode()


def test_who_reads_no_trail_is_refused(scene, client, sign_in):
    assert sign_in(scene.clerk).get(URL).status_code == 403
    assert sign_in(scene.clerk).get(REGISTER).status_code == 403
    assert client.get(REGISTER).status_code == 302


def test_a_number_from_a_file_leads_to_its_export(scene, opened, sign_in):
    auditor = sign_in(scene.auditor)
    auditor.post(URL, SENT)
    number = number_of(taken())

    def found(client, asked):
        page = client.get(REGISTER, {"number": asked})
        assert page.status_code == 200
        return [one.number for one in page.context["lines"]]

    assert found(auditor, "") == found(auditor, f" {number.lower()} ") == [number]
    for wrong in ("DC20010101-" + number.partition("-")[2], f"{number}0", "x", "DC1-1"):
        assert found(auditor, wrong) == []
    assert found(sign_in(scene.abroad), number) == []


def test_a_text_that_a_table_would_take_for_a_formula_stays_a_text(scene, sign_in):
    from fengqiao.kernel.audit.recording import record

    record("people.exported", by=scene.clerk, area=scene.office, label="=1+1", count=1)
    assert "'=1+1" in cells(sign_in(scene.director).post(URL, SENT | {"form": "csv"}))
