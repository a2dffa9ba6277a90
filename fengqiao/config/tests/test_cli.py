"""The contract of the command line, tried in processes of their own."""

import os
import stat
import subprocess
import sys

import pytest

from fengqiao.config import cli
from fengqiao.config.home import ROOT
from fengqiao.lib.faults import Fault, InputRefused


def fengqiao(*words, home, **environment):
    return subprocess.run(
        [sys.executable, "-P", "-m", "fengqiao.config.cli", *words],
        cwd=home,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "FENGQIAO_HOME": str(home)}
        | environment,
        capture_output=True,
        check=False,
    )


class Command:
    HELP = "试验"

    def __init__(self, run, django=False):
        self.run = run
        self.DJANGO = django

    def add_arguments(self, parser):
        parser.add_argument("--day", type=int)


@pytest.fixture
def play(monkeypatch, tmp_path):
    """Runs `main` with a command whose work is the given function."""
    monkeypatch.setenv("FENGQIAO_HOME", str(tmp_path))

    def played(work, *words):
        monkeypatch.setattr(cli, "names", lambda: ["try"])
        monkeypatch.setattr(cli, "load", lambda name: Command(work))
        return cli.main(["try", *words])

    return played


def fails(args):
    raise ValueError("secret detail")


def refuses(args):
    raise InputRefused("名册有问题", [Fault("人员", 3, "姓名", "", "必填")])


def is_stopped(args):
    raise KeyboardInterrupt


def test_a_command_gives_its_status(play):
    assert play(lambda args: 0) == 0


def test_refused_input_is_status_two_with_every_fault(play, capsys):
    assert play(refuses) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "名册有问题" in err
    assert "人员 第3行 姓名" in err


def test_an_unexpected_error_is_one_sentence_with_a_number_and_the_trace_is_in_the_log(
    play, capsys, tmp_path
):
    assert play(fails) == 1
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "secret detail" not in err
    number = err.strip()[-9:]
    log = (tmp_path / "logs" / "fengqiao.log").read_text("utf-8")
    assert number in log
    assert "secret detail" in log


def test_an_unexpected_error_is_told_even_when_the_log_cannot_be_written(
    play, capsys, tmp_path, monkeypatch
):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("FENGQIAO_HOME", str(tmp_path / "file"))
    assert play(fails) == 1
    assert "日志无法写入" in capsys.readouterr().err


def test_an_interrupt_is_status_one(play, capsys):
    assert play(is_stopped) == 1
    assert "已中断" in capsys.readouterr().err


def test_a_wrong_argument_is_status_two_in_chinese(play, capsys):
    with pytest.raises(SystemExit) as ended:
        play(lambda args: 0, "--day", "x")
    assert ended.value.code == 2
    assert "不是要求的格式" in capsys.readouterr().err


def test_help_lists_the_commands_in_chinese(tmp_path):
    ended = fengqiao("--help", home=tmp_path, LANG="C")
    assert ended.returncode == 0
    assert "migrate" in ended.stdout.decode("utf-8")
    assert "建立或升级数据库" in ended.stdout.decode("utf-8")


@pytest.mark.parametrize("words", [[], ["nothing"]])
def test_no_command_or_an_unknown_one_is_status_two(tmp_path, words):
    ended = fengqiao(*words, home=tmp_path)
    assert (ended.returncode, ended.stdout) == (2, b"")


def test_every_command_has_a_chinese_help():
    for name in cli.names():
        assert any("\u4e00" <= sign <= "\u9fff" for sign in cli.load(name).HELP), name


def test_migrate_makes_the_database_and_a_key_that_only_its_owner_reads(tmp_path):
    for _time in range(2):
        ended = fengqiao("migrate", home=tmp_path)
        assert (ended.returncode, ended.stdout) == (0, b""), ended.stderr.decode()
    assert (tmp_path / "fengqiao.sqlite3").is_file()
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_a_database_that_cannot_be_reached_is_said_in_one_sentence(tmp_path):
    ended = fengqiao("migrate", home=tmp_path, DATABASE_URL="sqlite:////proc/none/x.sqlite3")
    assert ended.returncode == 1
    assert "数据库连不上" in ended.stderr.decode("utf-8")
    assert b"Traceback" not in ended.stderr


def test_an_empty_database_address_counts_as_none(tmp_path, migrated):
    migrated(tmp_path)
    assert fengqiao("migrate", home=tmp_path, DATABASE_URL="").returncode == 0


def test_a_reader_that_goes_away_leaves_no_trace(tmp_path):
    shell = f"'{sys.executable}' -P -m fengqiao.config.cli --help | true; echo ${{PIPESTATUS[0]}}"
    ended = subprocess.run(
        ["bash", "-c", shell],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
    )
    assert b"Traceback" not in ended.stderr
