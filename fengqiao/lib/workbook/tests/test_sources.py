"""Opening honest files of every format, and telling what is none."""

import os
from datetime import date

import odf.opendocument
import odf.table
import odf.text
import pytest
import xlwt

from fengqiao.lib.faults import InputRefused
from fengqiao.lib.workbook import limits
from fengqiao.lib.workbook.cells import CellError
from fengqiao.lib.workbook.sources import open_book

from . import making

ROWS = [["编码", "数量"], ["321202001", 2], [], ["王\u9f98\U00020bb7", None]]


def read(path, sheet="人员"):
    book = open_book(path)
    return [list(row) for row in book.rows(next(name for name in book.names if name == sheet))]


def test_an_xlsx_gives_all_rows_also_the_empty_ones(tmp_path):
    rows = read(making.workbook(tmp_path / "a.xlsx", 人员=ROWS))
    assert rows == [["编码", "数量"], ["321202001", 2.0], ["", ""], ["王\u9f98\U00020bb7", ""]]


def test_the_content_decides_not_the_name(tmp_path):
    path = making.workbook(tmp_path / "a.xlsx", 人员=ROWS).rename(tmp_path / "a.xls")
    assert len(read(path)) == 4


def test_an_xls_is_read_with_its_error_values(tmp_path):
    book = xlwt.Workbook()
    sheet = book.add_sheet("人员")
    sheet.write(2, 1, "王\u9f98")
    sheet.write(3, 2, 7)
    sheet.row(4).set_cell_error(2, 0x2A)
    book.save(str(tmp_path / "a.xls"))
    assert read(tmp_path / "a.xls")[2:] == [["王\u9f98", ""], ["", 7.0], ["", CellError("#N/A")]]


def test_an_ods_is_read(tmp_path):
    document = odf.opendocument.OpenDocumentSpreadsheet()
    table = odf.table.Table(name="人员")
    for cells in (["编码"], ["321202001"]):
        row = odf.table.TableRow()
        for text in cells:
            cell = odf.table.TableCell(valuetype="string")
            cell.addElement(odf.text.P(text=text))
            row.addElement(cell)
        table.addElement(row)
    document.spreadsheet.addElement(table)
    document.save(str(tmp_path / "a.ods"))
    assert read(tmp_path / "a.ods") == [["编码"], ["321202001"]]


def test_an_error_in_an_ods_is_an_error(tmp_path):
    row = (
        "<table:table-row><table:table-cell/>"
        '<table:table-cell office:value-type="string" calcext:value-type="error">'
        "<text:p>#N/A</text:p></table:table-cell></table:table-row>"
    )
    assert [type(cell) for cell in read(making.ods(tmp_path / "a.ods", row))[0]][-1] is CellError


def test_error_values_of_an_xlsx_stand_where_they_are(tmp_path):
    data = (
        '<row r="3"><c r="B3"><v>1</v></c><c r="C3" t="e"><f>NA()</f><v>#N/A</v></c></row>'
        '<row r="4"><c r="C4" t="e"><v>#REF!</v></c></row>'
    )
    rows = read(making.with_data(tmp_path / "a.xlsx", data))
    assert rows[2:] == [[1.0, CellError("#N/A")], ["", CellError("#REF!")]]


def test_error_values_are_found_however_the_xml_is_written(tmp_path):
    data = "<row><c t='e'><v>#N/A</v></c><c\nr = 'B1' t='e' ><v>#REF!</v></c></row>"
    rows = read(making.with_data(tmp_path / "a.xlsx", data))
    assert rows == [[CellError("#N/A"), CellError("#REF!")]]


def test_dates_stay_dates(tmp_path):
    path = making.workbook(tmp_path / "a.xlsx", 人员=[[date(2021, 8, 19)]])
    assert read(path) == [[date(2021, 8, 19)]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv_files_in_a_folder_are_sheets(tmp_path, encoding):
    content = '编码,名称\r\n\r\n321202001,"王\u9f98\n\U00020bb7"\r\n'.encode(encoding)
    rows = read(making.folder(tmp_path / "名册", 人员=content))
    assert rows == [["编码", "名称"], [], ["321202001", "王\u9f98\n\U00020bb7"]]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"a\0b", "不是文本文件"),
        (b"\xff\xfea\x00", "不是文本文件"),
        (b"\xff\xff\xff", "编码"),
        (b'a,"b\n', "引号"),
        (b'a,"b"c\n', "引号"),
        (b"a," * 2000, "列"),
        (b"x" * 200_000, "引号"),
    ],
)
def test_a_csv_file_that_is_none_is_refused(tmp_path, content, sentence):
    with pytest.raises(InputRefused, match=sentence):
        read(making.folder(tmp_path / "名册", 人员=content))


def test_lone_carriage_returns_end_csv_rows(tmp_path):
    assert len(read(making.folder(tmp_path / "名册", 人员=b"a\rb\r"))) == 2


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "空的"),
        (b"hello", "不是Excel工作簿"),
        (b"%PDF-1.7", "不是Excel工作簿"),
        (b"PK\x03\x04 cut off", "损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "损坏"),
    ],
)
def test_what_is_no_workbook_is_refused_in_one_sentence(tmp_path, content, sentence):
    path = tmp_path / "名册.xlsx"
    path.write_bytes(content)
    with pytest.raises(InputRefused, match=sentence):
        open_book(path)


def test_a_path_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(InputRefused, match="不存在"):
        open_book(tmp_path / "a.xlsx")


def test_a_circle_of_links_is_not_there(tmp_path):
    (tmp_path / "a.xlsx").symlink_to(tmp_path / "b.xlsx")
    (tmp_path / "b.xlsx").symlink_to(tmp_path / "a.xlsx")
    with pytest.raises(InputRefused):
        open_book(tmp_path / "a.xlsx")


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.xlsx")
    with pytest.raises(InputRefused, match="不是普通文件"):
        open_book(tmp_path / "a.xlsx")


def test_a_folder_without_csv_is_refused(tmp_path):
    with pytest.raises(InputRefused, match="没有CSV"):
        open_book(tmp_path)


def test_a_single_csv_is_refused_with_advice(tmp_path):
    (tmp_path / "人员.csv").write_text("a,b")
    with pytest.raises(InputRefused, match="文件夹"):
        open_book(tmp_path / "人员.csv")


def test_a_file_that_is_too_large_is_not_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "FILE_BYTES", 10)
    with pytest.raises(InputRefused, match="过大"):
        open_book(making.workbook(tmp_path / "a.xlsx", 人员=ROWS))
