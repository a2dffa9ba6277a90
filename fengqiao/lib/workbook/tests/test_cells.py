"""What a cell means, for each kind of column."""

import math
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fengqiao.lib.workbook.cells import (
    Bad,
    CellError,
    Choice,
    Day,
    Number,
    NumberOrYesNo,
    Text,
    YesNo,
)

ANY_CELL = st.one_of(
    st.text(max_size=30),
    st.floats(),
    st.integers(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.builds(CellError, st.text(max_size=5)),
)
KINDS = [Text(), Text(digits=(9, 12)), Choice(("甲",)), YesNo(), Day(), Number(), NumberOrYesNo()]


@pytest.mark.parametrize(
    "cell",
    [
        date(2021, 8, 19),
        datetime.fromisoformat("2021-08-19T13:05"),
        "2021-08-19",
        "2021-8-19",
        "2021/8/19",
        "2021年8月19日",
        "20210819",
        20210819.0,
        "2021-08-19 00:00:00",
        "\uff12\uff10\uff12\uff11/\uff18/\uff11\uff19",
    ],
)
def test_a_day_may_be_written_in_several_ways(cell):
    assert Day().parse(cell) == date(2021, 8, 19)


@pytest.mark.parametrize(
    "cell",
    [
        "2021-02-29",
        "1900-02-30",
        "2021-13-1",
        "2021/8-19",
        "明年",
        "21-8-19",
        44427.0,
        20211340.0,
        -1.5,
        math.nan,
        time(3),
        timedelta(1),
        date(1, 1, 1),
        date(9999, 12, 31),
    ],
)
def test_what_is_no_day_is_bad(cell):
    assert isinstance(Day().parse(cell), Bad)


@pytest.mark.parametrize("cell", ["是", "有", "y", "Y", "\uff39", "1", 1.0, "true", " 是 "])
def test_yes_has_many_words(cell):
    assert YesNo().parse(cell) is True


@pytest.mark.parametrize("cell", ["否", "无", "n", "N", "0", 0.0, "FALSE"])
def test_no_has_many_words(cell):
    assert YesNo().parse(cell) is False


@pytest.mark.parametrize("cell", ["不", "没有", 2.0, "\u221a", date(2021, 1, 1)])
def test_another_word_is_neither_yes_nor_no(cell):
    assert isinstance(YesNo().parse(cell), Bad)


@pytest.mark.parametrize(
    ("cell", "number"),
    [(1234.5, 1234.5), ("1,234.5", 1234.5), ("1234.5", 1234.5), ("\uff11\uff12", 12)],
)
def test_a_number_may_be_text_with_thousands(cell, number):
    assert Number().parse(cell) == number


@pytest.mark.parametrize(
    "cell",
    [math.nan, math.inf, "inf", "nan", "1e999", -1.0, "12,34", "95%", "300㎡", "1_000", "٣", 2e9],
)
def test_what_is_no_number_within_bounds_is_bad(cell):
    assert isinstance(Number().parse(cell), Bad)


def test_half_a_person_is_bad_and_a_whole_float_is_a_whole_number():
    people = Number(whole=True)
    assert isinstance(people.parse(12.5), Bad)
    assert people.parse(12.0) == 12
    assert type(people.parse(12.0)) is int


@pytest.mark.parametrize(
    "cells", [[1.0, math.nan], [math.inf], [-1.0, 2.0], [1.0, 2.5], [1e300] * 3]
)
def test_a_run_of_floats_is_taken_whole_only_if_each_is_good(cells):
    assert Number(whole=True).parse_floats(cells) is None


def test_a_run_of_good_floats_means_the_same_as_each_of_them():
    cells = [0.0, 3.0, 1e9]
    assert Number(whole=True).parse_floats(cells) == list(map(Number(whole=True).parse, cells))


@pytest.mark.parametrize(
    ("cell", "text"), [(321202001.0, "321202001"), (" 甲 ", "甲"), (1.5, "1.5"), ("  ", None)]
)
def test_a_code_may_arrive_as_a_number(cell, text):
    assert Text().parse(cell) == text


@pytest.mark.parametrize("cell", [1e15, date(2021, 1, 1), math.inf, "长" * 201])
def test_what_is_no_text_is_bad(cell):
    assert isinstance(Text().parse(cell), Bad)


@pytest.mark.parametrize("cell", ["321202", "3212020011", "32120200A", "\u0663" * 9])
def test_a_code_of_digits_has_a_fixed_length(cell):
    assert isinstance(Text(digits=(9, 12)).parse(cell), Bad)


def test_a_fact_is_a_number_or_a_yes():
    assert [NumberOrYesNo().parse(cell) for cell in (3.5, "-2", "是", "否")] == [3.5, -2, 1, 0]
    assert isinstance(NumberOrYesNo().parse("也许"), Bad)


@given(cell=ANY_CELL, kind=st.sampled_from(KINDS))
def test_no_cell_is_too_strange(cell, kind):
    value = kind.parse(cell)
    assert value is None or isinstance(value, Bad | str | bool | date | int | float)
