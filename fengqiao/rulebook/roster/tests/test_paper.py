"""The template and the faulty rows, as Excel would open them."""

import openpyxl
import pytest

from fengqiao.lib.faults import InputRefused
from fengqiao.lib.workbook.tests.making import workbook
from fengqiao.rulebook.roster import faulty_rows, read, template
from fengqiao.rulebook.roster.sheets import LAYOUTS

from .making import office, person, roster, rows


@pytest.fixture
def path(tmp_path):
    return tmp_path / "名册.xlsx"


def refusal(path):
    with pytest.raises(InputRefused) as refused:
        read(path)
    return refused.value


def mended(path, tmp_path):
    """The workbook of faulty rows of a refused roster."""
    target = tmp_path / "有误的行.xlsx"
    faulty_rows(target, source=path, faults=refusal(path).faults)
    return openpyxl.load_workbook(target)


def test_the_template_is_an_empty_roster(path):
    template(path)
    assert "没有一个" in refusal(path).message


def test_the_template_has_every_sheet_with_notes_and_lists(path):
    template(path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == [layout.title for layout in LAYOUTS]
    sheet = book["人员"]
    assert [cell.value for cell in sheet[1]][:4] == ["司法所编码*", "姓名*", "人员类别*", "岗位"]
    assert "空白表示无专门岗位" in sheet["D1"].comment.text
    lists = {v.formula1 for v in sheet.data_validations.dataValidation if v.type == "list"}
    assert '"政法专项编制,专职社工,警辅,专职调解员,其他"' in lists


def test_a_filled_template_is_read(path):
    template(path)
    book = openpyxl.load_workbook(path)
    book["司法所"].append(["321202001", "甲", "海陵区", "321202001", "街道"])
    book.save(path)
    assert len(read(path).sheets["offices"]) == 1


def test_faulty_rows_stand_as_they_were_with_a_remark(path, tmp_path):
    people = [person(), person(姓名="李四", 岗位="会计", 入职日期="2021-02-30")]
    book = mended(roster(path, 司法所=[office(), office()], 人员=people), tmp_path)
    assert book.sheetnames == ["问题清单", "司法所", "人员"]
    header, row = list(book["人员"].values)
    assert header[-2:] == ("原行号", "备注")
    assert (row[1], row[3], row[-2]) == ("李四", "会计", 3)
    assert "岗位" in row[-1]
    assert "入职日期" in row[-1]
    marked = [cell.column_letter for cell in book["人员"][2] if cell.fill.fgColor.rgb == "FFFDE2E0"]
    assert marked == ["D", "F"]


def test_all_faults_are_listed_also_those_of_a_sheet(path, tmp_path):
    table = rows([office(类型="县")])
    table[0][1] = "名"
    book = mended(workbook(path, 司法所=table), tmp_path)
    places = [row[:3] for row in book["问题清单"].values][1:]
    assert places == [("司法所", None, "名称"), ("司法所", 2, "类型")]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1+2", "@SUM(A1)", "=HYPERLINK(1)", "a\x0b\ud800b"]
)
def test_what_looks_like_a_formula_stays_a_text(path, tmp_path, text):
    source = workbook(path, 司法所=rows([office(类型="县")]))
    faults = refusal(source).faults
    odd = [type(fault)(fault.sheet, fault.row, fault.column, text, text) for fault in faults]
    faulty_rows(tmp_path / "b.xlsx", source=source, faults=odd)
    cell = openpyxl.load_workbook(tmp_path / "b.xlsx")["问题清单"]["D2"]
    assert cell.data_type == "s"
    assert cell.value == text.replace("\x0b", "").replace("\ud800", "")
