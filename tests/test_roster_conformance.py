"""The sample roster judged from outside, by the command line, against verdicts worked out by hand."""

import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

DATA = Path(__file__).parent / "data" / "roster"
SAMPLE = DATA / "taizhou-sample.xlsx"
EXPECTED = json.loads((DATA / "taizhou-sample.expected.json").read_text(encoding="utf-8"))
ROOT = Path(__file__).parents[1]


def judge(*words, home):
    """`fengqiao judge …` in a process of its own, without a database or settings."""
    environment = {key: os.environ[key] for key in ("PATH", "LANG") if key in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "fengqiao.config.cli", "judge", *map(str, words)],
        cwd=ROOT,
        env=environment | {"FENGQIAO_HOME": str(home), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        text=True,
    )


def judged(day, tmp_path):
    out = tmp_path / "judgement.json"
    words = (SAMPLE, "--standard", "taizhou-2021", "--on", day, "--format", "json", "--out", out)
    done = judge(*words, home=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return json.loads(out.read_text(encoding="utf-8"))


@pytest.mark.parametrize("day", EXPECTED)
def test_the_sample_is_judged_as_expected(day, tmp_path):
    found, expected = judged(day, tmp_path), EXPECTED[day]
    assert (found["standard"], found["as_of"]) == ("taizhou-2021", day)
    offices = {
        office["code"]: {
            "meets": office["meets"],
            "items": {item["id"]: item["verdict"] for item in office["items"]},
        }
        for office in found["offices"]
    }
    assert offices == expected["offices"]
    assert [list(office) for office in found["offices"]][:1] == [
        ["code", "name", "district", "kind", "size", "meets", "items"]
    ]
    assert found["districts"] == expected["districts"]


@pytest.mark.parametrize("form", ["xlsx", "docx", "html"])
def test_the_sample_is_written_for_people(form, tmp_path):
    out = tmp_path / f"judgement.{form}"
    words = (SAMPLE, "--standard", "taizhou-2021", "--on", "2021-12-31", "--format", form)
    done = judge(*words, "--out", out, home=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert out.stat().st_size > 1000


def test_a_faulty_roster_is_refused_with_every_fault_and_judged_without_its_bad_rows(tmp_path):
    book = openpyxl.load_workbook(SAMPLE)
    book["司法所"]["K3"], book["人员"]["C9"] = -5, "会计"
    book.save(tmp_path / "faulty.xlsx")
    out = tmp_path / "judgement.json"
    words = (tmp_path / "faulty.xlsx", "--standard", "taizhou-2021", "--on", "2021-12-31")
    refused = judge(*words, "--out", out, home=tmp_path)
    assert refused.returncode == 2
    assert "司法所 第3行 业务用房面积" in refused.stderr
    assert "人员 第9行 人员类别" in refused.stderr
    assert not out.exists()
    skipped = judge(*words, "--out", out, "--skip-bad-rows", home=tmp_path)
    assert skipped.returncode == 0
    assert "司法所 第3行 业务用房面积" in skipped.stderr
    assert len(json.loads(out.read_text(encoding="utf-8"))["offices"]) == 87


def test_the_roster_itself_is_never_written_over(tmp_path):
    path = tmp_path / "roster.xlsx"
    path.write_bytes(SAMPLE.read_bytes())
    words = (path, "--standard", "taizhou-2021", "--on", "2021-12-31", "--out", path)
    assert judge(*words, home=tmp_path).returncode == 2
    assert path.read_bytes() == SAMPLE.read_bytes()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("nowhere.xlsx", "--on", "2021-12-31"), "不存在"),
        ((SAMPLE, "--on", "2021-08-18"), "2021-08-19"),
        ((SAMPLE, "--on", "2021-13-01"), "2021-13-01"),
        ((SAMPLE, "--on", "2021-12-31", "--from-database"), "--from-database"),
    ],
)
def test_what_cannot_be_judged_is_refused_and_nothing_written(words, sentence, tmp_path):
    out = tmp_path / "judgement.json"
    done = judge(*words, "--standard", "taizhou-2021", "--out", out, home=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr
    assert not out.exists()
