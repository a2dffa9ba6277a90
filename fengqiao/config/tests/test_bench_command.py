import json

import pytest

from fengqiao.config.cli import main


def test_the_bench_of_the_judge_compares_and_measures(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "judge", "--offices", "500", "--json"]) == 0
    measured = json.loads(capsys.readouterr().out)
    assert measured["rules"] == 33
    assert {"judge_s", "numpy_s", "verdicts_only_s"} <= set(measured)
