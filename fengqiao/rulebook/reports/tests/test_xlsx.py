"""The workbook."""

import re
import zipfile

import pytest
from openpyxl import load_workbook

from fengqiao.lib.typography import typeset
from fengqiao.rulebook.reports import as_xlsx, workbook

from .making import judged, office
from .reading import xlsx_cells

DISTRICTS = typeset("各市(区)达标情况")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "达标情况.xlsx"


def test_sheets_come_in_order_and_rows_left_out_only_where_there_are_some(city, path, left_out):
    as_xlsx(city, path)
    names = load_workbook(path).sheetnames
    assert names[:5] == ["说明", DISTRICTS, "司法所", "逐项结果", "未达标原因"]
    assert "未采用的行" not in names

    as_xlsx(city, path, left_out=left_out)
    assert xlsx_cells(path, "未采用的行")[1] == (
        "人员",
        12,
        "任现职日期",
        "2021年13月",
        "应为日期",
    )


def test_districts_are_numbers_and_a_class_without_offices_is_said_in_words(city, path):
    as_xlsx(city, path)
    rows = xlsx_cells(path, DISTRICTS)

    assert rows[1] == ("海陵区", "大型", 3, 1, 0, 0.333, 0.9, "未完成", 2)
    assert rows[4] == ("高港区", "大型", 0, 0, 0, "无此类司法所", 0.9, "已完成", 0)


def test_numbers_bear_formats_and_what_is_not_known_is_blank(city, path):
    as_xlsx(city, path)
    book = load_workbook(path)
    rate, target = book[DISTRICTS]["F2"], book[DISTRICTS]["G2"]
    assert (rate.number_format, target.number_format) == ("0.0%", "0%")
    found = {row[6].value: row for row in book["逐项结果"].iter_rows(min_row=2)}
    assert {cell.number_format for cell in found["业务用房面积"][8:11]} == {"0"}
    assert found["标识标牌规范"][10].value is None


def test_every_office_and_item_is_a_row_that_can_be_filtered(city, path):
    as_xlsx(city, path)
    sheet = load_workbook(path)["逐项结果"]
    rows = list(sheet.values)

    assert len(rows) == 1 + sum(len(one.items) for one in city.offices)
    assert rows[4][7:13] == (
        "未达标",
        300,
        260,
        40,
        "m²",
        typeset("业务用房面积260m²,应不少于300m²,还差40m²。"),
    )
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:M{len(rows)}"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.fitToHeight == 0


def test_a_cell_that_begins_like_a_formula_is_text(hostile, path):
    as_xlsx(hostile, path)
    book = load_workbook(path)

    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    names = [row[1] for row in xlsx_cells(path, "司法所")]
    assert "=1+1" in names
    assert "+cmd|' /C calc'!A0" in names
    assert "<b>𠮷野&𬭬镇</b>司法所" in names


def test_excel_draws_its_own_charts_from_the_cells(city, path):
    as_xlsx(city, path)
    with zipfile.ZipFile(path) as book:
        charts = [name for name in book.namelist() if re.match(r"xl/charts/chart\d", name)]
        drawn = "".join(book.read(name).decode() for name in charts)

    assert len(charts) == 4
    assert "图表!$B$2:$B$3" in drawn
    assert "未达标原因!$D$2:$D$3" in drawn


def test_the_same_judgement_gives_the_same_bytes(city, path, tmp_path):
    as_xlsx(city, path)
    as_xlsx(city, tmp_path / "again.xlsx")

    assert path.read_bytes() == (tmp_path / "again.xlsx").read_bytes()


def test_a_city_where_all_meet_has_no_reasons_to_list(path):
    as_xlsx(judged([office("01")]), path)

    assert len(xlsx_cells(path, "未达标原因")) == 1


def test_more_rows_than_a_sheet_can_hold_go_on_in_the_next(city, path, monkeypatch):
    monkeypatch.setattr(workbook, "ROWS_A_SHEET", 10)
    as_xlsx(city, path)

    first, second = (xlsx_cells(path, name) for name in ("逐项结果", "逐项结果 2"))
    assert first[0] == second[0]
    assert len(first[1:] + second[1:]) == sum(len(one.items) for one in city.offices)
