"""A list as a workbook: what it is stands above, and nothing that somebody typed runs."""

from datetime import date
from fractions import Fraction

from openpyxl import load_workbook

from fengqiao.lib.workbook.listing import Listing, write


def written(path, *rows, title="名单"):
    columns = [("名称", 20), ("数", 8), ("比例", 8), ("日期", 12)]
    write(path, Listing(title, ["依据某标准", "筛选:无"], columns, rows))
    return load_workbook(path).active


def test_title_and_notes_stand_above_the_header(tmp_path):
    sheet = written(tmp_path / "a.xlsx", ["甲", 1, Fraction(1, 2), date(2021, 12, 31)])
    rows = list(sheet.values)
    assert [row[0] for row in rows[:3]] == ["名单", "依据某标准", "筛选:无"]
    assert rows[4] == ("名称", "数", "比例", "日期")
    assert rows[5][:3] == ("甲", 1, 0.5)
    assert rows[5][3].date() == date(2021, 12, 31)
    assert sheet["C6"].number_format == "0.0%"
    assert sheet.auto_filter.ref == "A5:D6"
    assert sheet.print_title_rows == "$5:$5"


def test_a_text_that_looks_like_a_formula_stays_a_text(tmp_path):
    texts = ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)"]
    sheet = written(tmp_path / "a.xlsx", *([text] for text in texts), title="=HYPERLINK(1)")
    cells = [sheet["A1"], *(sheet.cell(6 + at, 1) for at in range(len(texts)))]
    assert [cell.value for cell in cells] == ["=HYPERLINK(1)", *texts]
    assert {cell.data_type for cell in cells} == {"s"}


def test_a_list_without_rows_and_a_title_that_no_sheet_may_bear_are_written(tmp_path):
    sheet = written(tmp_path / "a.xlsx", title="[各]市/区:" + "名" * 40)
    assert sheet.max_row == 5
    assert sheet.title == "各市区" + "名" * 28
