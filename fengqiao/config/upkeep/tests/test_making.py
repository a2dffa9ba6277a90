"""What a backup is, where it may be written, and what a failed one leaves: nothing that looks whole."""

import os
import resource
import signal
import subprocess
import sys
import time

import pytest

from fengqiao.config.upkeep.making import DRAFT
from fengqiao.config.upkeep.manifest import Manifest

SOME_KB = 200 * 1024


def drafts(folder):
    return list(folder.glob(f"{DRAFT}*"))


def test_it_holds_the_files_the_packs_and_no_key(filled, tmp_path):
    (filled.home / "judgements" / ".a.parquet.x").mkdir()
    filled.run("backup", tmp_path / "saved")
    manifest = Manifest.read(tmp_path / "saved")
    assert "judgements/a.parquet" in manifest.files
    assert "rulepacks/taizhou-2021/pack.yaml" in manifest.files
    assert manifest.seen.editions == [["taizhou-2021", "2021-08-19", "d"]]
    there = [path for path in (tmp_path / "saved").rglob("*") if path.is_file()]
    assert {str(path.relative_to(tmp_path / "saved")) for path in there} == {
        *manifest.files,
        "manifest.json",
    }
    assert not [path for path in there if path.stat().st_mode & 0o077]
    secret = (filled.home / "keys.json").read_text().split('"E1": "')[1][:20].encode()
    session = (filled.home / "secret_key").read_bytes()
    assert not [path for path in there if secret in path.read_bytes()]
    assert not [path for path in there if session in path.read_bytes()]


def test_an_occupied_folder_is_refused_and_an_empty_one_taken(filled, tmp_path):
    (tmp_path / "saved").mkdir()
    filled.run("backup", tmp_path / "saved")
    assert "已有内容" in filled.run("backup", tmp_path / "saved", status=2)
    assert "没有文件夹" in filled.run("backup", tmp_path / "no" / "such", status=2)
    assert drafts(tmp_path) == []


def test_nothing_to_save_is_said(system, tmp_path):
    assert "没有可以备份" in system("empty").run("backup", tmp_path / "saved", status=2)
    assert not (tmp_path / "saved").exists()


def test_keys_go_to_a_new_file_and_never_into_a_backup(filled, tmp_path):
    saved, keys = tmp_path / "saved", tmp_path / "keys.json"
    filled.run("backup", saved)
    assert "不能放进备份" in filled.run("backup", "--keys", saved / "keys.json", status=2)
    filled.run("backup", "--keys", keys)
    assert keys.read_text() == (filled.home / "keys.json").read_text()
    assert keys.stat().st_mode & 0o777 == 0o600
    assert "已经存在" in filled.run("backup", "--keys", keys, status=2)
    filled.run("backup", status=2)
    filled.run("backup", saved, "--keys", keys, status=2)


def limited():
    """Files may not grow beyond what a nearly full disk would take."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (SOME_KB, SOME_KB))


def test_a_full_disk_is_said_in_a_sentence_and_leaves_nothing(filled, tmp_path):
    (filled.home / "judgements" / "large.parquet").write_bytes(bytes(2 * SOME_KB))
    said = filled.run("backup", tmp_path / "saved", status=1, preexec_fn=limited)
    assert "磁盘空间不足,备份没有完成" in said.replace("，", ",")
    assert not (tmp_path / "saved").exists()
    assert drafts(tmp_path) == []


def test_a_file_that_was_lost_before_is_named_and_does_not_stop_the_backup(filled, tmp_path):
    (filled.home / "judgements" / "a.parquet").unlink()
    assert "已没有文件" in filled.run("backup", tmp_path / "saved")
    assert Manifest.read(tmp_path / "saved").missing == ["judgements/a.parquet"]


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_a_backup_that_was_stopped_half_way_does_not_look_whole(filled, tmp_path, end):
    pipe = filled.home / "judgements" / "endless.parquet"
    pipe.write_bytes(b"")
    os.truncate(pipe, 3 * 1024**3)  # sparse: long to read, nothing on the disk
    command = [sys.executable, "-m", "fengqiao.config.cli", "backup", str(tmp_path / "saved")]
    process = subprocess.Popen(command, env=filled.environment, stderr=subprocess.PIPE)
    until = time.monotonic() + 60
    while not list(tmp_path.glob(f"{DRAFT}*/judgements/endless.parquet")):
        assert time.monotonic() < until
        time.sleep(0.01)
    process.send_signal(end)
    process.communicate()
    assert not (tmp_path / "saved").exists()
    assert len(drafts(tmp_path)) == (1 if end == signal.SIGKILL else 0)
    assert not list(tmp_path.glob(f"{DRAFT}*/manifest.json"))
    pipe.unlink()
    filled.run("backup", tmp_path / "saved")
    assert drafts(tmp_path) == []


# A file comes after the first copying, before the moment; once the moment stands, it goes with its row.
IN_BETWEEN = """
import json, sys
from contextlib import contextmanager
from pathlib import Path
from fengqiao.config.upkeep import making
from fengqiao.config.upkeep.engines import engine
from fengqiao.oversight.standards.keeping import folder
from fengqiao.oversight.standards.models import Judgement
module, snapshot, late = engine(), engine().snapshot, folder() / "late.parquet"

@contextmanager
def disturbed(target, meanwhile):
    late.write_bytes(b"late")
    Judgement.objects.filter(file="a.parquet").update(file="late.parquet")
    def then():
        meanwhile()
        late.unlink()
    with snapshot(target, then) as moment:
        yield moment

module.snapshot = disturbed
manifest = making.make(Path(TARGET), lambda words: None)
print(json.dumps([manifest.missing, sorted(manifest.files)]))
"""


def test_a_file_that_comes_late_and_goes_while_the_database_is_written_is_in_the_backup(
    filled, tmp_path
):
    missing, files = filled.script(IN_BETWEEN.replace("TARGET", repr(str(tmp_path / "saved"))))
    assert missing == []
    assert "judgements/late.parquet" in files
