"""`report monthly` and `figures report` as they are typed."""

import json

import pytest
from docx import Document

from fengqiao.config import cli
from fengqiao.lib.typography import typeset
from fengqiao.lib.workbook.sources import open_book
from fengqiao.oversight.reports.models import ReportedFigure

MARCH = ["report", "monthly", "--month", "2024-03", "--area"]
ENTER = ["figures", "report", "disputes.accepted", "--month", "2023-03", "--area", "321200"]


def printed(capsys, *args):
    assert cli.main([*MARCH, *args]) == cli.DONE
    return json.loads(capsys.readouterr().out)


def table(path):
    """The lines of the workbook without its head and notes."""
    book = open_book(path)
    return [row for row in book.rows(book.names[0]) if row[0] and not isinstance(row[0], str)]


def test_the_return_of_a_town_a_district_and_a_city(ledger, capsys):
    accepted = [
        printed(capsys, area)["accepted"]
        for area in ("321202007", "321202007000", "321202008", "321202", "321281", "321200")
    ]
    assert accepted == [4, 4, 0, 4, 1, 5]


def test_the_return_says_what_the_contract_says(ledger, capsys):
    said = printed(capsys, "321202007000")
    assert (said["month"], said["area"]) == ("2024-03", "321202007000")
    assert said["by_source"]["主动调解"] == {"of": 1, "share": "25.0"}
    assert said["by_type"]["医疗"] == {"of": 0, "share": "0.0"}
    assert (said["succeeded"], said["success_rate"], said["success_of_accepted"]) == (
        2,
        "66.7",
        "50.0",
    )
    assert said["amount_wan"] == "0.30"
    compared = {"diff": 3, "percent": "300.0", "base": 1, "source": "computed"}
    assert said["month_on_month"] == compared
    assert set(said["year_on_year"].values()) == {None}
    assert said["prevented_crime"] == {"cases": 3, "persons": 9}
    assert said["prevented_group"] == {"cases": 1, "persons": 3}


def test_a_month_without_cases_has_rates_of_nothing(ledger, capsys):
    assert cli.main(["report", "monthly", "--month", "2024-05", "--area", "321200"]) == cli.DONE
    said = json.loads(capsys.readouterr().out)
    assert (said["accepted"], said["success_rate"]) == (0, "无")
    assert said["by_source"]["申请调解"] == {"of": 0, "share": "无"}
    assert said["month_on_month"] == {
        "diff": 0,
        "percent": "无",
        "base": 0,
        "source": "computed",
    }


def test_what_was_reported_is_compared_with_and_a_correction_counts(ledger, capsys):
    assert cli.main([*ENTER, "--value", "4"]) == cli.DONE
    assert cli.main([*ENTER, "--value", "8"]) == cli.DONE
    assert typeset("更正原来的4") in capsys.readouterr().out
    assert list(ReportedFigure.objects.order_by("pk").values_list("value", flat=True)) == [4, 8]
    said = printed(capsys, "321200")["year_on_year"]
    assert said == {"diff": -3, "percent": "-37.5", "base": 8, "source": "reported"}


def test_the_same_number_once_more_changes_nothing(ledger, capsys):
    assert cli.main([*ENTER, "--value", "4"]) == cli.main([*ENTER, "--value", "4"]) == cli.DONE
    assert "没有变化" in capsys.readouterr().out
    assert ReportedFigure.objects.count() == 1


def test_a_reported_month_that_is_counted_stays_beside(ledger, capsys, tmp_path):
    enter = ["figures", "report", "disputes.accepted", "--month", "2024-02", "--area", "321202"]
    assert cli.main([*enter, "--value", "7"]) == cli.DONE
    assert "以系统统计为准" in capsys.readouterr().err
    assert printed(capsys, "321202")["month_on_month"]["base"] == 1
    out = tmp_path / "月报.xlsx"
    assert cli.main([*MARCH, "321202", "--format", "xlsx", "--out", str(out)]) == cli.DONE
    book = open_book(out)
    texts = [str(row[0]) for row in book.rows(book.names[0])]
    assert any("系统统计1件" in text and "上报数为7件" in text for text in texts)


def test_excel_has_numbers_as_numbers_and_word_the_same_lines(ledger, tmp_path, capsys):
    files = {form: tmp_path / f"月报.{form}" for form in ("xlsx", "docx")}
    for form, out in files.items():
        args = ["321202007", "--format", form, "--out", str(out)]
        assert cli.main([*MARCH, *args]) == cli.DONE
    rows = table(files["xlsx"])
    assert len(rows) == 28
    assert rows[0][:5] == [1, "受理", "合计", 4, "件"]
    assert rows[1][:6] == [2, "按来源", "主动调解", 1, "件", 25]
    assert [row[5] for row in rows if row[0] == 4] == [66.7, 50]
    assert next(row[3] for row in rows if row[0] == 5) == 0.3
    assert [row[3:6] for row in rows if row[0] in (6, 7)] == [["无", "件", "无"], [3, "件", 300]]
    (word,) = Document(str(files["docx"])).tables
    lines = [[cell.text for cell in row.cells] for row in word.rows[1:]]
    assert [len(lines), lines[-1][:5]] == [28, ["8", "防止群体性事件", "涉及人数", "3", "人"]]
    assert [line[3] for line in lines if line[0] == "5"] == ["0.30"]
    assert [[float(line[3]), line[1]] for line in lines if line[3] != "无"] == [
        [row[3], row[1]] for row in rows if row[3] != "无"
    ]


@pytest.mark.parametrize(
    ("month", "area", "said"),
    [
        ("2024-3", "321200", "应如2024-08"),
        ("2024-13", "321200", "不是月份"),
        ("二月", "321200", "不是月份"),
        ("2999-01", "321200", "2999年1月还没有开始"),
        ("2024-03", "3212", "应为6位数字"),
        ("2024-03", "32120200７", "应为6位数字"),
        ("2024-03", "321299", "系统里没有区划代码为321299的"),
        ("2024-03", "320000", "系统里没有区划代码为320000的"),
        ("2024-03", "321202099", "系统里没有区划代码为321202099的"),
    ],
)
def test_what_is_no_month_or_no_area_is_refused(ledger, capsys, month, area, said):
    args = ["report", "monthly", "--month", month, "--area", area]
    assert cli.main(args) == cli.REFUSED
    told = capsys.readouterr()
    assert told.out == ""
    assert typeset(said.replace("2024-08", "2025-08")) in told.err


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (["--value", "4000000000"], "上报数应为0到"),
        (["--value", "4", "--month", "2999-01"], "还没有开始"),
        (["--value", "4", "--area", "321299"], "系统里没有区划代码"),
    ],
)
def test_what_is_no_number_to_report_is_refused(ledger, capsys, changed, said):
    assert cli.main([*ENTER, *changed]) == cli.REFUSED
    assert typeset(said) in capsys.readouterr().err
    assert not ReportedFigure.objects.exists()


@pytest.mark.parametrize("id", ["disputes.amount", "disputes.nothing"])
def test_only_what_the_return_compares_can_be_reported(ledger, capsys, id):
    args = ["figures", "report", id, "--month", "2023-03", "--area", "321200", "--value", "1"]
    assert cli.main(args) == cli.REFUSED
    assert "disputes.accepted" in capsys.readouterr().err


@pytest.mark.parametrize("value", ["-1", "1.5", "很多"])
def test_a_value_that_is_no_whole_number_is_refused(capsys, value):
    with pytest.raises(SystemExit) as refused:
        cli.main([*ENTER, "--value", value])
    assert refused.value.code == cli.REFUSED
    assert "整数" in capsys.readouterr().err


def test_a_paper_wants_a_file_and_an_odd_place_is_refused(ledger, tmp_path, capsys):
    assert cli.main([*MARCH, "321200", "--format", "docx"]) == cli.REFUSED
    assert "--out" in capsys.readouterr().err
    assert cli.main([*MARCH, "321200", "--out", str(tmp_path)]) == cli.REFUSED
    assert list(tmp_path.glob("*.json")) == []


def test_an_area_without_cases_is_told_of(offices, capsys):
    assert printed_with_warning(capsys)["accepted"] == 0


def printed_with_warning(capsys):
    assert cli.main([*MARCH, "321200"]) == cli.DONE
    told = capsys.readouterr()
    assert "没有登记过" in told.err
    return json.loads(told.out)
