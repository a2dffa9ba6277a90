import shutil
from pathlib import Path

import pytest

from fengqiao.config.cli import main
from fengqiao.rulebook.packs import ROOT


def test_list_names_every_installed_standard(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["standards", "list"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert [line.split("\t")[0] for line in listed] == [
        "guwen-example",
        "taizhou-2021",
        "xingji-example",
    ]
    assert listed[1].startswith("taizhou-2021\t泰州新时代")


def test_show_prints_clauses_targets_and_readings(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["standards", "show", "taizhou-2021"]) == 0
    shown = capsys.readouterr().out
    for part in ("3.2.a  业务用房面积  [premises.area]", "大型90%", "没有给出权重和分界"):
        assert part in shown


def test_check_runs_the_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["standards", "check", "taizhou-2021"]) == 0
    assert "33个条目" in capsys.readouterr().out


def test_check_tells_the_faults_of_every_pack(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(ROOT / "taizhou-2021", broken)
    edition = broken / "edition-2021-08-19.yaml"
    text = edition.read_text(encoding="utf-8")
    edition.write_text(text.replace("fact: satisfaction", "fact: satisfied"), encoding="utf-8")
    assert main(["standards", "check", str(broken), "taizhou-2021"]) == 2
    told = capsys.readouterr()
    assert "satisfied" in told.err
    assert "Traceback" not in told.err
    assert "33个条目" in told.out


def test_check_tells_an_example_that_does_not_hold(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed = tmp_path / "changed"
    shutil.copytree(ROOT / "taizhou-2021", changed)
    edition = changed / "edition-2021-08-19.yaml"
    text = edition.read_text(encoding="utf-8")
    edition.write_text(text.replace("value: 95", "value: 96"), encoding="utf-8")
    assert main(["standards", "check", str(changed)]) == 2
    told = capsys.readouterr()
    assert "examples/satisfaction.yaml" in told.err
    assert "应为符合" in told.err


def test_a_standard_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["standards", "show", "nowhere"]) == 2
    assert "taizhou-2021" in capsys.readouterr().err


def test_diff_tells_two_editions_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["standards", "diff", "taizhou-2021@2021-08-19", "guwen-example"]) == 0
    shown = capsys.readouterr().out
    assert "原：《泰州新时代“枫桥式”司法所建设标准》2021-08-19版" in shown
    assert "条目 premises.area 业务用房面积：取消" in shown
    assert "条目 first.visits 上半年服务：新增" in shown


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (["taizhou-2021"], "只有一个版本可以比较"),
        (["taizhou-2021@2021-08-19"], "只有一个版本可以比较"),
        (["taizhou-2021@2020", "guwen-example"], "没有版本2020，有的版本：2021-08-19"),
        (["taizhou-2021", "nope@1"], "nope"),
        (["taizhou-2021"] * 3, "一次比较两个版本"),
    ],
)
def test_diff_says_what_it_cannot_compare(
    asked: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["standards", "diff", *asked]) == 2
    assert why in capsys.readouterr().err
