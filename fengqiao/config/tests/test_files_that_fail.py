"""A file that cannot be read or written: its path, the reason, and the right status."""

import errno
import json
import os
import subprocess
import sys

import openpyxl
import pytest
from django.db import OperationalError

from fengqiao.config import cli, why
from fengqiao.config.home import ROOT
from fengqiao.config.tests.test_cli import fengqiao
from fengqiao.lib.oserrors import named, reason_of
from fengqiao.registers.organisations.tests.books import book_of
from fengqiao.registers.organisations.tests.rosters import OFFICE

JUDGE = ("--standard", "taizhou-2021", "--on", "2023-12-31")


def said(ended):
    return ended.stderr.decode().replace("\uff1a", ":")


@pytest.mark.parametrize("state", ["fresh", "migrated"])
def test_an_import_of_a_file_that_is_not_there_is_refused_whatever_the_database_is(
    tmp_path, state, migrated
):
    if state == "migrated":
        migrated(tmp_path)
    for name, words in (
        ("无.xlsx", "文件不存在"),
        ("空.xlsx", "文件是空的"),
        ("管道", "不是普通文件"),
    ):
        path = tmp_path / name
        if "空" in name:
            path.touch()
        elif "管" in name:
            os.mkfifo(path)
        ended = fengqiao("import", "roster", str(path), home=tmp_path)
        assert (ended.returncode, ended.stdout) == (2, b"")
        assert f"{words}:{path}" in said(ended)


def test_an_import_into_a_database_that_was_never_made_says_what_to_do(tmp_path):
    ended = fengqiao("import", "roster", str(book_of(tmp_path, offices=[OFFICE])), home=tmp_path)
    assert ended.returncode == 1
    assert "migrate" in said(ended)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "x", "/data/结果.json"), "/data/结果.json:磁盘空间不足"),
        (PermissionError(errno.EACCES, "x", "/data/结果.json"), "/data/结果.json:没有权限"),
        (IsADirectoryError(errno.EISDIR, "x", "/data"), "/data:是一个文件夹"),
        (OSError(errno.ENOSPC, "x"), "磁盘空间不足"),
        (OperationalError("database is locked"), "没有改动任何内容,请稍后再试"),
        (OperationalError("database or disk is full"), "磁盘空间不足"),
        (OperationalError("no such table: areas_turn"), "fengqiao migrate"),
        (OperationalError("connection refused"), "数据库连不上"),
        (ValueError("secret"), "程序出错"),
    ],
)
def test_what_people_can_mend_is_said(error, words):
    assert words in why.said_of(error)


def test_a_failed_write_is_status_one(monkeypatch, capsys, tmp_path):
    monkeypatch.setenv("FENGQIAO_HOME", str(tmp_path))
    assert cli.fail(OSError(errno.ENOSPC, "x", "/data/结果.json")) == 1
    assert "磁盘空间不足" in capsys.readouterr().err


def test_a_wrapped_error_gives_its_reason_and_the_name_of_the_file(tmp_path):
    wrapped = RuntimeError(OSError(errno.ENOSPC, "x"))
    assert reason_of(wrapped) == "磁盘空间不足"
    assert named(wrapped, tmp_path).filename == str(tmp_path)


FULL_DISK = """
import resource, signal, sys
from fengqiao.config import cli
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
sys.exit(cli.main(sys.argv[1:]))
"""  # no file may grow beyond a hundred bytes: as good as a disk without room


@pytest.mark.parametrize("form", ["json", "xlsx"])
def test_a_judgement_for_which_there_is_no_room_leaves_nothing(tmp_path, form):
    out = tmp_path / f"结果.{form}"
    words = ["judge", book_of(tmp_path, offices=[OFFICE]), *JUDGE, "--format", form, "--out", out]
    ended = subprocess.run(
        [sys.executable, "-B", "-P", "-c", FULL_DISK, *map(str, words)],  # -B: nothing else writes
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "FENGQIAO_HOME": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert ended.returncode == 1
    assert f"{out}:文件超过了系统允许的大小" in said(ended)
    assert list(tmp_path.glob("*结果*")) == []


@pytest.fixture
def judged(tmp_path):
    """Judges the roster into the file, in a process of its own."""
    roster = book_of(tmp_path, offices=[OFFICE])

    def judge(out, source=roster):
        words = ("judge", str(source), *JUDGE, "--format", "json", "--out", str(out))
        return fengqiao(*words, home=tmp_path)

    judge.roster = roster
    return judge


def test_a_roster_is_never_written_over_by_whatever_name(judged, tmp_path):
    before = judged.roster.read_bytes()
    hard, soft = tmp_path / "hard.xlsx", tmp_path / "soft.xlsx"
    hard.hardlink_to(judged.roster)
    soft.symlink_to(judged.roster)
    for out in (judged.roster, hard, soft, tmp_path / "." / judged.roster.name):
        ended = judged(out)
        assert ended.returncode == 2
        assert "不能写在读入的文件自己身上" in said(ended)
    assert judged.roster.read_bytes() == before
    assert openpyxl.load_workbook(judged.roster).sheetnames == ["司法所"]


def test_nor_a_sheet_of_a_roster_that_is_a_folder(judged, tmp_path):
    folder = tmp_path / "名册"
    folder.mkdir()
    sheet = folder / "司法所.csv"
    rows = ["编码,名称,市(区),区划代码,类型", ",".join(OFFICE.values())]
    sheet.write_text("\n".join(rows), encoding="utf-8")
    assert judged(sheet, folder).returncode == 2
    assert sheet.read_text("utf-8").startswith("编码")
    assert judged(folder / "结果.json", folder).returncode == 0


def test_a_pipe_or_a_device_is_not_written_to(judged, tmp_path):
    pipe, link = tmp_path / "pipe", tmp_path / "link"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    for out in (pipe, link, "/dev/null", "/dev/stdout"):
        ended = judged(out)
        assert ended.returncode == 2, said(ended)
        assert "管道或设备" in said(ended)


def test_a_link_is_followed_and_stays_a_link(judged, tmp_path):
    (tmp_path / "there").mkdir()
    target, link = tmp_path / "there" / "结果.json", tmp_path / "link.json"
    link.symlink_to(target)
    for _time in range(2):
        assert judged(link).returncode == 0
        assert link.is_symlink()
        assert json.loads(target.read_text("utf-8"))["standard"] == "taizhou-2021"
    assert [path.name for path in target.parent.iterdir()] == ["结果.json"]


@pytest.mark.parametrize(
    ("out", "words"),
    [("", "是一个文件夹"), ("nowhere/a.json", "文件夹不存在"), ("round", "链接绕成了一圈")],
)
def test_a_place_that_cannot_be_written_is_refused_before_anything_is_read(
    judged, tmp_path, out, words
):
    (tmp_path / "round").symlink_to(tmp_path / "round")
    ended = judged(tmp_path / out)
    assert ended.returncode == 2
    assert words in said(ended)
