"""Files that would hurt the machine or hide what they hold: one sentence, in no time."""

import struct
import zipfile

import pytest
import xlwt

from fengqiao.lib.faults import InputRefused
from fengqiao.lib.workbook import limits
from fengqiao.lib.workbook.guard import biff
from fengqiao.lib.workbook.sources import open_book

from . import making
from .making import ods_cell, ods_row


def refused(path):
    """The sentence with which a file is refused when it is opened and read."""
    with pytest.raises(InputRefused) as refusal:
        read_all(path)
    return refusal.value.message


def read_all(path):
    book = open_book(path)
    return {name: list(book.rows(name)) for name in book.names}


def cell(reference, value=1):
    return f'<row><c r="{reference}"><v>{value}</v></c></row>'


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (cell("A1") + cell("XFD1048576"), "列"),
        (cell("A1") + cell("xfd1048576"), "列"),
        (cell("A1") + cell("ZZ1048576"), "范围"),
        (cell("A1") + cell("ZZZZZZZZZZ1"), "列"),
        (cell("A99999999999999999"), "范围"),
        (cell("A1") + "<row r='1048576'><c\tr = 'ZZ1048576'><v>1</v></c></row>", "范围"),
        ("<row>" + "<c><v>1</v></c>" * 1001 + "</row>", "列"),
        ('<row r="9999999999"><c><v>1</v></c></row>', "范围"),
        (cell("A1") + "<!-- </sheetData> -->" + cell("ZZ1048576"), "范围"),
        (cell("A1") + "<![CDATA[</sheetData>]]>" + cell("ZZ1048576"), "范围"),
        (cell("A1") + '<x:c xmlns:x="y" r="ZZ1048576"><v>1</v></x:c>', "范围"),
        (cell("A0"), "损坏"),
    ],
)
def test_a_sheet_that_spans_too_much_is_refused(tmp_path, data, sentence):
    assert sentence in refused(making.with_data(tmp_path / "a.xlsx", data))


@pytest.mark.parametrize(
    "around", ["<!-- <sheetData></sheetData> -->{}", "<x y='<sheetData></sheetData>'/>{}"]
)
def test_a_sheet_does_not_hide_behind_another(tmp_path, around):
    path = making.with_data(tmp_path / "a.xlsx", cell("XFD1048576"), around=around)
    assert refused(path)


def test_a_document_type_is_refused(tmp_path):
    part = '<!DOCTYPE x [<!ENTITY a "b">]>' + making.HEAD + "<sheetData/></worksheet>"
    assert "损坏" in refused(making.with_part(tmp_path / "a.xlsx", part.encode()))


def test_a_million_formatted_empty_rows_are_no_rows(tmp_path):
    empty = "".join(f'<row r="{row}"><c r="A{row}" s="0"/></row>' for row in range(2, 1_000_001))
    book = open_book(making.with_data(tmp_path / "a.xlsx", cell("A1") + empty))
    assert len(list(book.rows("人员"))) == 1


def test_formats_far_out_are_no_cells(tmp_path):
    data = (
        cell("A1") + '<row r="2"><c r="XFD2" s="0"/></row><row r="3"><c r="A1048576" s="0"/></row>'
    )
    assert read_all(making.with_data(tmp_path / "a.xlsx", data)) == {"人员": [[1.0]]}


def test_an_odd_sheet_may_hold_less(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "ODD_BYTES", 100)
    assert "过大" in refused(making.with_data(tmp_path / "a.xlsx", "<row><c><v>1</v></c></row>"))


def test_two_hundred_columns_are_read(tmp_path):
    path = making.workbook(tmp_path / "a.xlsx", 人员=[list(range(200))] * 3)
    assert [len(row) for row in open_book(path).rows("人员")] == [200] * 3


def test_a_bomb_is_not_unpacked(tmp_path):
    assert "炸弹" in refused(making.with_part(tmp_path / "a.xlsx", b"<x>" + b" " * 40_000_000))


def test_a_bomb_that_lies_about_its_size_is_not_unpacked(tmp_path):
    path = making.with_part(tmp_path / "a.xlsx", b"<x>" + b" " * 40_000_000)
    lie = struct.pack("<I", 100)
    path.write_bytes(path.read_bytes().replace(struct.pack("<I", 40_000_003), lie))
    assert refused(path)


def test_an_archive_of_very_many_parts_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        for number in range(limits.ENTRIES + 1):
            archive.writestr(str(number), "")
    assert "炸弹" in refused(tmp_path / "a.xlsx")


@pytest.mark.parametrize(
    "rows",
    [
        ods_row(ods_cell("a", repeat=900), repeat=1048576),
        ods_row(ods_cell("a", repeat=16384)),
        ods_row(ods_cell(), repeat=1000000) + ods_row(ods_cell(repeat=40), ods_cell("a")),
    ],
)
def test_repeated_cells_of_an_ods_are_counted_before(tmp_path, rows):
    assert "请删除" in refused(making.ods(tmp_path / "a.ods", rows))


def test_trailing_empty_cells_of_an_ods_do_no_harm(tmp_path):
    rows = ods_row(ods_cell("a"), ods_cell(repeat=16383))
    rows += ods_row(ods_cell(repeat=16384), repeat=1048575)
    assert list(open_book(making.ods(tmp_path / "a.ods", rows)).rows("人员")) == [["a"]]


def test_the_sheets_of_an_xls_count_together(tmp_path):
    book = xlwt.Workbook()
    for number in range(3):
        sheet = book.add_sheet(str(number))
        sheet.write(0, 0, 1)
        sheet.write(65535, 199, 1)
    book.save(str(tmp_path / "a.xls"))
    assert "范围" in refused(tmp_path / "a.xls")


def test_an_xls_that_fits_is_read(tmp_path):
    book = xlwt.Workbook()
    sheet = book.add_sheet("a")
    sheet.write(0, 0, 1)
    book.add_sheet("b").write(65535, 40, 1)
    book.save(str(tmp_path / "a.xls"))
    assert len(list(open_book(tmp_path / "a.xls").rows("b"))) == 65536


@pytest.mark.parametrize("kept", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
def test_missing_parts_are_one_sentence(tmp_path, kept):
    plain = making.workbook(tmp_path / "plain.xlsx", 人员=[["a"]])
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(tmp_path / "a.xlsx", "w") as target:
        target.writestr(kept, source.read(kept))
    assert refused(tmp_path / "a.xlsx")


def test_another_kind_of_office_file_is_no_workbook(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert "不是Excel工作簿" in refused(tmp_path / "a.xlsx")


def test_an_xlsb_is_refused_with_advice(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("xl/workbook.bin", b"")
    assert "xlsb" in refused(tmp_path / "a.xlsx")


def test_an_archive_with_a_password_is_refused(tmp_path):
    path = making.workbook(tmp_path / "a.xlsx", 人员=[["a"]])
    content = bytearray(path.read_bytes())
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    path.write_bytes(content)
    assert "加密" in refused(path)


def test_an_encrypted_package_is_refused(tmp_path):
    """Excel hides an encrypted .xlsx in a compound file, under a name of its own."""
    book = xlwt.Workbook()
    book.add_sheet("a").write(0, 0, 1)
    book.save(str(tmp_path / "a.xlsx"))
    content = bytearray((tmp_path / "a.xlsx").read_bytes())
    at = content.index("Workbook".encode("utf-16-le"))
    name = "EncryptedPackage\0".encode("utf-16-le")
    content[at : at + len(name)] = name
    content[at + 64 : at + 66] = struct.pack("<H", len(name))
    (tmp_path / "a.xlsx").write_bytes(content)
    assert "加密" in refused(tmp_path / "a.xlsx")


def test_a_locked_xls_is_refused():
    begin, password = struct.pack("<HH", 0x0809, 0), struct.pack("<HH", 0x002F, 0)
    with pytest.raises(InputRefused, match="加密"):
        biff.scan(begin + password)


def test_an_encrypted_ods_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
        archive.writestr("content.xml", b"\x8f\x02")
    assert "加密" in refused(tmp_path / "a.ods")


def test_a_circle_of_sectors_is_damage(tmp_path):
    book = xlwt.Workbook()
    book.add_sheet("a").write(0, 0, "长" * 9000)
    book.save(str(tmp_path / "a.xls"))
    content = bytearray((tmp_path / "a.xls").read_bytes())
    first_table = struct.unpack_from("<I", content, 76)[0]
    at = (first_table + 1) * 512
    for sector in range(8):
        content[at + 4 * sector : at + 4 * sector + 4] = struct.pack("<I", sector)
    (tmp_path / "a.xls").write_bytes(content)
    assert "损坏" in refused(tmp_path / "a.xls")
