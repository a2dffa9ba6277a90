"""The judgement file of the contract."""

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest

from fengqiao.rulebook.judge import judge
from fengqiao.rulebook.judgement import Judgement
from fengqiao.rulebook.packs import load
from fengqiao.rulebook.reports import as_html, as_json
from fengqiao.rulebook.roster import read

ROSTER = Path(__file__).parents[4] / "tests" / "data" / "roster" / "taizhou-sample.xlsx"
DAY = date(2021, 12, 31)


@pytest.fixture(scope="module")
def judgement() -> Judgement:
    return judge(load("taizhou-2021").edition_on(DAY), read(ROSTER).tables_on(DAY))


def test_the_file_is_the_contract_and_nothing_else(judgement, tmp_path):
    path = tmp_path / "j.json"
    as_json(judgement, path)

    text = path.read_text(encoding="utf-8")
    assert json.loads(text) == judgement.to_contract()
    assert "海陵区" in text


def test_rows_that_were_left_out_are_named_only_where_there_are_some(judgement, tmp_path, left_out):
    path = tmp_path / "j.json"
    as_json(judgement, path, left_out=left_out)

    written = json.loads(path.read_text(encoding="utf-8"))
    assert written.pop("left_out") == [asdict(fault) for fault in left_out]
    assert written == judgement.to_contract()


def test_a_kept_judgement_gives_the_same_report(judgement, tmp_path):
    judgement.to_parquet(tmp_path / "kept.parquet")
    as_html(judgement, tmp_path / "now.html")
    as_html(Judgement.from_parquet(tmp_path / "kept.parquet"), tmp_path / "later.html")

    assert (tmp_path / "now.html").read_bytes() == (tmp_path / "later.html").read_bytes()
