"""Rosters that nobody would type: good ones come back unchanged, bad ones are refused, none
breaks it.
"""

import csv
import random
import string
import tempfile
import zipfile
from contextlib import suppress
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fengqiao.lib.faults import InputRefused
from fengqiao.lib.workbook.tests.making import workbook
from fengqiao.lib.workbook.text import clean
from fengqiao.rulebook.roster import read
from fengqiao.rulebook.roster.sheets import LAYOUTS, OFFICES, STAFF

from .making import rows

SAMPLE = Path(__file__).parents[4] / "tests/data/roster/taizhou-sample.xlsx"
CALM = settings(max_examples=40, suppress_health_check=list(HealthCheck))
LETTERS = string.ascii_uppercase + "海陵王\u9f98\U00020bb7"

names = st.text(LETTERS, min_size=1, max_size=6)
flags = st.sampled_from([True, False, None])
counts = st.one_of(st.none(), st.integers(0, 10**6))
days = st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2030, 1, 1)))
WORDS = {True: "是", False: "否", None: None}
JUNK = [
    "", " ", "*", "=1+1", "nan", "1e999", -1, 0.5, 1e15, True, "\u3000", "2021-02-30", "是", "a" * 999,
    "\x01", "\ufeff", date(1, 1, 1), "\U00020bb7", "编码", "#N/A", float(2**53), "0x1", "\u0663",
]  # fmt: skip


@st.composite
def good_offices(draw):
    codes = draw(st.lists(names, min_size=1, max_size=5, unique=True))
    return [
        {
            "编码": code,
            "名称": draw(names),
            "市(区)": "海陵区",
            "区划代码": "321202001",
            "类型": draw(st.sampled_from(["乡镇", "街道"])),
            "用房相对独立": WORDS[draw(flags)],
            "社区矫正对象数": draw(counts),
        }
        for code in codes
    ]


@st.composite
def good_rosters(draw):
    offices = draw(good_offices())
    codes = st.sampled_from([office["编码"] for office in offices])
    people = [
        {
            "司法所编码": draw(codes),
            "姓名": f"{draw(names)}{number}",
            "人员类别": "警辅",
            "法学专业": WORDS[draw(flags)],
            "入职日期": draw(days),
        }
        for number in range(draw(st.integers(1, 6)))
    ]
    return {OFFICES.title: offices, STAFF.title: people}


def as_xlsx(folder, sheets):
    return workbook(folder / "a.xlsx", **{title: rows(table) for title, table in sheets.items()})


def as_csv(folder, sheets):
    for title, table in sheets.items():
        with (folder / f"{title}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(rows(table))
    return folder


def meant(layout, table):
    """What the typed rows must be, by the identifiers of the columns."""
    back = {"是": True, "否": False}
    names = {column.header: column.name for column in layout.columns}
    return [{names[h]: back.get(value, value) for h, value in row.items()} for row in table]


@CALM
@given(sheets=good_rosters(), form=st.sampled_from([as_xlsx, as_csv]))
def test_a_good_roster_comes_back_as_it_was_typed(sheets, form):
    with tempfile.TemporaryDirectory() as folder:
        roster = read(form(Path(folder), sheets))
    for layout in (OFFICES, STAFF):
        assert list(roster.sheets[layout.name].records()) == meant(layout, sheets[layout.title])


@CALM
@given(data=st.data())
def test_junk_in_any_cell_is_read_or_refused(data):
    titles = [layout.title for layout in LAYOUTS]
    headers = [column.header for layout in LAYOUTS for column in layout.columns]
    cells = st.one_of(st.sampled_from(JUNK), st.sampled_from(headers), st.text(max_size=9))
    sheets = data.draw(
        st.dictionaries(
            st.sampled_from(titles), st.lists(st.lists(cells, max_size=8), max_size=9), min_size=1
        )
    )
    with tempfile.TemporaryDirectory() as folder:
        taken_or_refused(as_plain_csv(Path(folder), sheets))


def as_plain_csv(folder, sheets):
    for title, table in sheets.items():
        text = "\n".join(",".join(f'"{clean(str(cell))}"' for cell in row) for row in table)
        (folder / f"{title}.csv").write_bytes(text.encode("utf-8", "ignore"))
    return folder


def taken_or_refused(path):
    """Reads a file in both ways; anything but a roster or a refusal breaks the test."""
    for skip in (False, True):
        with suppress(InputRefused):
            read(path, skip_bad_rows=skip).tables_on(date(2021, 12, 31))


def mutate_bytes(path, chance):
    content = bytearray(SAMPLE.read_bytes())
    for _ in range(chance.choice([1, 3, 30])):
        at = chance.randrange(len(content))
        content[at : at + chance.choice([1, 1, 50])] = chance.randbytes(chance.choice([0, 1, 40]))
    path.write_bytes(content)
    taken_or_refused(path)


def mutate_parts(path, chance):
    """The archive stays whole, its XML does not."""
    with zipfile.ZipFile(SAMPLE) as source:
        parts = {name: bytearray(source.read(name)) for name in source.namelist()}
    for _ in range(chance.choice([1, 2, 5])):
        part = parts[chance.choice(list(parts))]
        at = chance.randrange(len(part))
        junk = [
            b"",
            b"<",
            b">",
            b'"',
            b"-1",
            b"1e999",
            b"XFD1048576",
            b"<!--",
            b"<c/>",
            b"\0",
            b't="e"',
        ]
        part[at : at + chance.choice([0, 1, 20])] = chance.choice(junk)
    if chance.random() < 0.2:
        del parts[chance.choice(list(parts))]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, bytes(content))
    taken_or_refused(path)


def mutate_cells(path, chance):
    """A small roster of the sample's first rows with junk in some cells."""
    book = openpyxl.load_workbook(SAMPLE)
    for sheet in book:
        sheet.delete_rows(30, sheet.max_row)
        for _ in range(chance.randrange(6)):
            cell = sheet.cell(chance.randrange(1, 31), chance.randrange(1, sheet.max_column + 1))
            junk = chance.choice([value for value in JUNK if value not in ("\x01", date(1, 1, 1))])
            cell.value = junk
    book.save(path)
    taken_or_refused(path)


@pytest.mark.parametrize("seed", range(6))
def test_bytes_changed_at_random_are_read_or_refused(tmp_path, seed):
    mutate_bytes(tmp_path / "a.xlsx", random.Random(seed))


@pytest.mark.parametrize("seed", range(12))
def test_parts_changed_at_random_are_read_or_refused(tmp_path, seed):
    mutate_parts(tmp_path / "a.xlsx", random.Random(seed))


@pytest.mark.parametrize("seed", range(8))
def test_junk_in_a_real_roster_is_read_or_refused(tmp_path, seed):
    mutate_cells(tmp_path / "a.xlsx", random.Random(seed))


@pytest.mark.long
@pytest.mark.parametrize(
    ("mutate", "times"), [(mutate_bytes, 1000), (mutate_parts, 500), (mutate_cells, 200)]
)
def test_hundreds_of_changed_rosters_are_read_or_refused(tmp_path, mutate, times):
    for seed in range(1000, 1000 + times):
        mutate(tmp_path / "a.xlsx", random.Random(seed))
