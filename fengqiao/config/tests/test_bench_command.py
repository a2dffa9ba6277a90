import json

import pytest

from fengqiao.config.cli import main


def test_the_bench_of_the_judge_compares_and_measures(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "judge", "--offices", "500", "--json"]) == 0
    measured = json.loads(capsys.readouterr().out)
    assert measured["rules"] == 33
    assert {"judge_s", "numpy_s", "verdicts_only_s"} <= set(measured)


@pytest.mark.long
def test_nothing_is_lost_while_writers_and_the_sealer_are_killed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["bench", "trail", "--seconds", "4", "--json"]) == 0
    measured = json.loads(capsys.readouterr().out)
    assert measured["written"] == measured["sealed"] > 0
    assert (measured["lost"], measured["whole"]) == (0, True)


@pytest.mark.long
def test_the_bench_of_rights_measures_each_page_on_and_off(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["bench", "rights", "--rounds", "4", "--json"]) == 0
    measured = json.loads(capsys.readouterr().out)
    assert {f"{page}_ratio" for page in ("list", "office", "person")} <= set(measured)
