"""A formula whose result the file does not hold is no blank cell: where it stands is said."""

import openpyxl
import pytest

from fengqiao.lib.faults import InputRefused
from fengqiao.lib.workbook import reading
from fengqiao.lib.workbook.cells import UNCALCULATED, Number, Text
from fengqiao.lib.workbook.guard import parts
from fengqiao.lib.workbook.layout import Column, Layout
from fengqiao.lib.workbook.sources import open_book

from . import making

LAYOUT = Layout(
    "staff",
    "人员",
    (Column("name", "姓名", Text(), required=True), Column("area", "面积", Number())),
)


def read(path):
    return list(open_book(path).rows("人员"))


def rows_of(tmp_path, data):
    return read(making.with_data(tmp_path / "a.xlsx", f'<row r="1">{data}</row>'))


def test_what_a_program_wrote_without_calculating_is_found_to_the_last_row(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "人员"
    for row in (["姓名", "面积"], ["张三", "=1+1"], ["李四", 3], ["=A3", "=B3*2"]):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    found = reading.read_sheet(LAYOUT, "人员", read(tmp_path / "a.xlsx"))
    sentence = "请用Excel或WPS打开文件，保存后再用"
    assert [str(fault) for fault in found.faults] == [
        f"人员 第2行 面积：公式没有计算结果，{sentence}",
        f"人员 第4行 姓名：公式没有计算结果，{sentence}",
        f"人员 第4行 面积：公式没有计算结果，{sentence}",
    ]


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="B1"><f>1+1</f></c>',
        '<c r="B1"><f>1+1</f><v></v></c>',
        '<c r="B1" s="3"><f>1+1</f><v/></c>',
        '<c r="B1"><f t="shared" si="0"/><v /></c>',
        '<c r="B1"><f t="shared" ref="B1:B9" si="0">A1</f></c>',
        "<c r='B1'><f>1+1</f></c>",
        '<c r="B1"><!-- odd --><f>1+1</f><v> </v></c>',
    ],
)
def test_however_it_is_written(tmp_path, cell):
    rows = rows_of(tmp_path, f'<c r="A1"><v>7</v></c>{cell}<c r="C1"><v>8</v></c>')
    assert rows == [[7.0, UNCALCULATED, 8.0]]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<c r="B1"><f>1+1</f><v>2</v></c>', 2.0),
        ('<c r="B1"><f t="shared" si="0"/><v>2</v></c>', 2.0),
        ('<c r="B1" t="str"><f>""</f><v></v></c>', ""),
        ('<c r="B1" t="str"><f>""</f></c>', ""),
        ("<c r='B1'><f>1+1</f><v>2</v></c>", 2.0),
        ("<c r='B1' t='str'><f>A9</f><v></v></c>", ""),
    ],
)
def test_a_result_is_a_result_also_an_empty_text(tmp_path, cell, value):
    rows = rows_of(tmp_path, f'<c r="A1"><v>7</v></c>{cell}<c r="C1"><v>8</v></c>')
    assert rows == [[7.0, value, 8.0]]


@pytest.mark.parametrize("size", [*range(95, 145, 3)])
def test_it_is_found_wherever_the_file_is_cut_into_pieces(tmp_path, monkeypatch, size):
    monkeypatch.setattr(parts, "PIECE", size)
    rows = rows_of(tmp_path, '<c r="A1"><v>7</v></c><c r="B1" s="1"><f>SUM(1,2)</f><v></v></c>')
    assert rows == [[7.0, UNCALCULATED]]


def test_in_an_ods_too(tmp_path):
    row = (
        '<table:table-row><table:table-cell office:value-type="string"><text:p>a</text:p>'
        '</table:table-cell><table:table-cell table:formula="of:=1+1"/>'
        '<table:table-cell table:formula="of:=1" office:value-type="float" office:value="1">'
        "<text:p>1</text:p></table:table-cell></table:table-row>"
    )
    assert read(making.ods(tmp_path / "a.ods", row)) == [["a", UNCALCULATED, 1.0]]


@pytest.mark.parametrize(
    "data",
    [
        '<row><c r="A1"><v>1</v></c></row><row><c r="A999999999999"><f>1</f></c></row>',
        "<row><c r='A1'><v>1</v></c></row><row r='999999999999'><c><f>1</f></c></row>",
        '<row><c r="A1"><v>1</v></c></row><row><c r="ZZ1048576"><f>1</f></c></row>',
    ],
)
def test_one_far_below_is_refused_and_not_walked_to(tmp_path, data):
    with pytest.raises(InputRefused):
        read(making.with_data(tmp_path / "a.xlsx", data))


def test_one_far_below_in_an_ods_is_refused_as_well(tmp_path):
    row = making.ods_row(making.ods_cell("a"))
    row += making.ods_row(making.ods_cell(), repeat=999_999_999)
    row += '<table:table-row><table:table-cell table:formula="of:=1"/></table:table-row>'
    with pytest.raises(InputRefused):
        read(making.ods(tmp_path / "a.ods", row))
