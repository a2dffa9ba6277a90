from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from fengqiao.rulebook import explain
from fengqiao.rulebook.judge import judge
from fengqiao.rulebook.judgement import Judgement
from fengqiao.rulebook.model import Edition
from fengqiao.rulebook.packs import load
from fengqiao.rulebook.tables import Source, Tables
from fengqiao.rulebook.tests.reference import Office
from fengqiao.rulebook.tests.rosters import rosters

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture]


@settings(max_examples=15, suppress_health_check=SLOW)
@given(rosters())
def test_a_kept_judgement_opens_unchanged(
    tmp_path: Path, roster: tuple[list[Office], Tables]
) -> None:
    _, tables = roster
    tables.sources = {
        "offices": Source("reported", "名册", tables.on),
        ("000", "size"): Source("computed", "市局确认", None),
    }
    judgement = judge(load("taizhou-2021").edition_on(tables.on), tables)
    judgement.to_parquet(tmp_path / "one.parquet")
    opened = Judgement.from_parquet(tmp_path / "one.parquet")
    assert opened.to_contract() == judgement.to_contract()
    assert opened.offices == judgement.offices
    assert opened.districts == judgement.districts
    assert opened.about == judgement.about
    opened.to_parquet(tmp_path / "two.parquet")
    assert (tmp_path / "one.parquet").read_bytes() == (tmp_path / "two.parquet").read_bytes()


def test_it_says_what_it_said_whatever_becomes_of_the_program(
    edition: Edition,
    tables: Callable[..., Tables],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    judgement = judge(edition, tables({"satisfaction": 94.0}))
    said = [item.why for item in judgement.office("001").items]
    judgement.to_parquet(tmp_path / "kept.parquet")
    monkeypatch.setattr(explain, "sentence", lambda *_: "别的说法。")
    opened = Judgement.from_parquet(tmp_path / "kept.parquet")
    assert [item.why for item in opened.office("001").items] == said


def test_an_office_that_was_not_judged_is_not_found(
    edition: Edition, tables: Callable[..., Tables]
) -> None:
    with pytest.raises(KeyError):
        judge(edition, tables()).office("002")
