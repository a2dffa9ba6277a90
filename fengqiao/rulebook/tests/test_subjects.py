"""A standard that judges not offices but a kind of 对象 in them."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fengqiao.lib.faults import InputRefused
from fengqiao.rulebook.judge import judge
from fengqiao.rulebook.judgement import Judgement
from fengqiao.rulebook.model import Edition
from fengqiao.rulebook.packs import load
from fengqiao.rulebook.reports import as_docx, as_html, as_json, as_xlsx
from fengqiao.rulebook.reports.content import Report
from fengqiao.rulebook.reports.heading import Heading
from fengqiao.rulebook.tables import Source, Tables

TablesOf = Callable[..., Tables]
DAY, VISIT = date(2026, 12, 31), "到村服务"


@pytest.fixture
def advisers() -> Edition:
    return load("guwen-example").edition_on(DAY)


def visit(who: str | None, office: str = "001", **more: Any) -> dict[str, Any]:
    row = {"fact": VISIT, "subject": who, "period_from": date(2026, 8, 1), "value": 1.0}
    return row | {"office": office} | more


def whom(judgement: Judgement) -> list[tuple[str, str]]:
    return [(one.code, one.subject) for one in judgement.offices]


def test_each_of_them_is_judged_by_its_own_rows(advisers: Edition, tables: TablesOf) -> None:
    given = tables(
        {}, {"code": "002"}, on=DAY, facts=[visit("甲"), visit("甲"), visit("乙", "002")]
    )
    judged = judge(advisers, given)
    assert whom(judged) == [("001", "甲"), ("002", "乙")]
    assert [one.facts["visits_second"].value for one in judged.offices] == [2, 1]


def test_one_name_in_two_offices_is_two(advisers: Edition, tables: TablesOf) -> None:
    given = tables(
        {}, {"code": "0010"}, on=DAY, facts=[visit("乙", "0010"), visit("乙"), visit("甲")]
    )
    assert whom(judge(advisers, given)) == [("001", "乙"), ("001", "甲"), ("0010", "乙")]


def test_a_row_that_names_nobody_counts_for_nobody(advisers: Edition, tables: TablesOf) -> None:
    judged = judge(advisers, tables(on=DAY, facts=[visit("甲"), visit(None)]))
    assert judged.offices[0].facts["visits_second"].value == 1


def test_a_fact_of_the_office_holds_for_all_in_it(advisers: Edition, tables: TablesOf) -> None:
    remote = {"fact": "偏远所", "value": 1.0}
    given = tables(
        {}, {"code": "002"}, on=DAY, facts=[remote, visit("甲"), visit("乙"), visit("丙", "002")]
    )
    found = [one.facts["remote"].value for one in judge(advisers, given).offices]
    assert found == ["偏远", "偏远", "一般"]


def test_what_other_facts_are_about_is_not_judged(advisers: Edition, tables: TablesOf) -> None:
    meeting = {"fact": "例会", "subject": "三月例会", "value": 1.0}
    assert whom(judge(advisers, tables(on=DAY, facts=[visit("甲"), meeting]))) == [("001", "甲")]


def test_rows_of_offices_that_are_not_judged_are_left(advisers: Edition, tables: TablesOf) -> None:
    given = tables(on=DAY, facts=[visit("甲"), visit("乙", "009")])
    assert whom(judge(advisers, given)) == [("001", "甲")]


@pytest.mark.parametrize("rows", [{}, {"facts": []}, {"facts": [visit(None)]}])
def test_where_nobody_is_named_it_says_so(
    rows: dict[str, Any], advisers: Edition, tables: TablesOf
) -> None:
    with pytest.raises(InputRefused, match="没有可以评定的村\\(居\\)法律顾问"):
        judge(advisers, tables(on=DAY, **rows))


def test_whose_rows_are_not_all_known_is_not_known(advisers: Edition, tables: TablesOf) -> None:
    given = tables({}, {"code": "002"}, on=DAY, facts=[visit("甲"), visit("乙", "002")])
    given.unlisted["facts"] = frozenset({"001"})
    found = [one.facts["visits_second"].value for one in judge(advisers, given).offices]
    assert found == [None, 1]


def test_the_other_sheets_speak_of_the_office_of_each(
    little: Callable[..., Edition], tables: TablesOf
) -> None:
    edition = little("""
facts:
  visits: {label: 到村服务, given: {take: number}}
  staff: {label: 人员, count: {table: staff}}
items:
  - {id: it, clause: "1", title: 一条, wording: plain, rule: {at_least: {fact: staff, value: 2}}}
""")
    given = tables(
        on=DAY, facts=[visit("甲"), visit("乙")], staff=[{"category": "警辅"}, {"category": "警辅"}]
    )
    judged = judge(replace(edition, unit="村"), given)
    assert [one.facts["staff"].value for one in judged.offices] == [2, 2]
    assert [one.meets for one in judged.offices] == [True, True]


def test_the_file_lists_subjects_with_the_code_of_their_office(
    advisers: Edition, tables: TablesOf, tmp_path: Path
) -> None:
    judged = judge(advisers, tables(on=DAY, facts=[visit("甲")]))
    judged.to_parquet(tmp_path / "kept")
    as_json(Judgement.from_parquet(tmp_path / "kept"), tmp_path / "out.json", left_out=[])
    file = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert list(file) == ["standard", "edition", "as_of", "subjects", "districts"]
    keys = ["office", "subject", "name", "district", "kind", "size", "meets", "score", "full"]
    keys += ["grade", "rank", "money", "vetoes", "items"]
    assert [list(one) for one in file["subjects"]] == [keys]
    assert file["subjects"][0] | {"items": []} | {"name": ""} == file["subjects"][0] | {
        "office": "001",
        "subject": "甲",
        "name": "",
        "items": [],
    }


def test_where_a_fact_comes_from_is_known_by_the_office(
    advisers: Edition, tables: TablesOf
) -> None:
    given = tables(on=DAY, facts=[visit("甲")])
    given.sources["001", "facts"] = Source("reported", "名册 一", DAY)
    fact = judge(advisers, given).offices[0].facts["visits_second"]
    assert fact.source == given.sources["001", "facts"]


def test_reports_call_them_by_what_the_standard_judges(
    advisers: Edition, tables: TablesOf, tmp_path: Path
) -> None:
    judged = judge(advisers, tables(on=DAY, facts=[visit("甲"), visit("乙")]))
    for write in (as_html, as_docx, as_xlsx):
        write(judged, tmp_path / write.__name__, left_out=[])
    text = "\n".join(map(str, Report(judged, Heading()).blocks()))
    assert "共评定1个市(区)村(居)法律顾问2个" in text
    assert "甲所 甲" in text
    assert "司法所" not in text.replace("司法所所长", "")


def test_anchors_of_two_in_one_office_differ(advisers: Edition, tables: TablesOf) -> None:
    from fengqiao.rulebook.reports.columns import anchor

    judged = judge(advisers, tables(on=DAY, facts=[visit("甲"), visit("乙")]))
    assert len({anchor(one) for one in judged.offices}) == 2
