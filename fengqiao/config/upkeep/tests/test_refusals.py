"""What cannot come back is refused before anything is touched."""

import json
import shutil
from dataclasses import replace

import pytest

from fengqiao.config.upkeep.manifest import NAME, Manifest
from fengqiao.config.upkeep.tests.filling import COUNTS
from fengqiao.config.upkeep.tests.systems import on_sqlite
from fengqiao.config.upkeep.tests.test_making import limited
from fengqiao.kernel.crypto.keys import Keys


@pytest.fixture(scope="session")
def first(original, tmp_path_factory):
    """A backup that no test touches."""
    folder = tmp_path_factory.mktemp("first") / "saved"
    original.run("backup", folder)
    return folder


@pytest.fixture
def saved(first, tmp_path):
    return shutil.copytree(first, tmp_path / "saved")


@pytest.fixture
def refused(system, saved, filled):
    """Restores into an empty system with the old keys, and holds it to leaving that empty."""

    def run(*words, keys=None):
        fresh = system("fresh")
        (fresh.home / "keys.json").touch(0o600)
        (fresh.home / "keys.json").write_text(keys or (filled.home / "keys.json").read_text())
        said = fresh.run("restore", saved, *words, status=2)
        kept = {"keys.json", "secret_key", "logs", "fengqiao.sqlite3"}
        assert {path.name for path in fresh.home.iterdir()} <= kept
        assert not (fresh.home / "fengqiao.sqlite3").exists()
        return said

    return run


def rewrite(saved, **changes):
    """As a program of another kind would have written it."""
    manifest = Manifest.read(saved)
    seen = {key: changes.pop(key) for key in ["migrations", "keys"] if key in changes}
    replace(manifest, seen=replace(manifest.seen, **seen), **changes).write(saved)


@pytest.mark.parametrize("name", ["judgements/a.parquet", "rulepacks/taizhou-2021/pack.yaml"])
def test_a_changed_file(saved, refused, name):
    path = saved / name
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    assert name in refused()


def test_a_database_that_lacks_its_end(saved, refused):
    path = next(saved.glob("database.*"))
    path.write_bytes(path.read_bytes()[:-100])
    assert path.name in refused()


def test_a_missing_file(saved, refused):
    (saved / "judgements" / "a.parquet").unlink()
    assert "judgements/a.parquet" in refused()


def test_a_link_that_leads_elsewhere(saved, refused, tmp_path):
    path = saved / "judgements" / "a.parquet"
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    assert "judgements/a.parquet" in refused()


def test_a_name_that_leads_out_of_the_backup(saved, refused):
    (saved / "a").write_bytes(b"a")
    rewrite(saved, files={**Manifest.read(saved).files, "judgements/../../x": [0, ""]})
    assert "judgements/../../x" in refused()


def test_no_manifest(saved, refused):
    (saved / NAME).unlink()
    assert f"没有 {NAME}" in refused()


@pytest.mark.parametrize("text", ["", "{}", '{"manifest": {}, "sm3": ""}', "[1]"])
def test_a_broken_manifest(saved, refused, text):
    (saved / NAME).write_text(text)
    assert "读不通" in refused()


def test_a_manifest_that_was_changed_by_hand(saved, refused):
    told = json.loads((saved / NAME).read_text())
    told["manifest"]["seen"]["counts"]["accounts_user"] = 1
    (saved / NAME).write_text(json.dumps(told))
    assert "读不通" in refused()


def test_a_later_version(saved, refused):
    later = [*Manifest.read(saved).seen.migrations, ["audit", "0999_later"]]
    rewrite(saved, migrations=later)
    assert "audit.0999_later" in refused()


def test_a_later_form_of_backup(saved, refused):
    rewrite(saved, format=2)
    assert "先升级程序" in refused()


def test_the_other_database(saved, refused):
    rewrite(saved, vendor="postgresql" if on_sqlite() else "sqlite")
    assert "不能互相恢复" in refused()


def test_other_keys_than_those_of_the_values(filled, saved, refused):
    used = [[*key[:3], True] for key in Manifest.read(saved).seen.keys]
    assert {key[0] for key in used} == {"E1", "L1"}
    rewrite(saved, keys=used)
    assert "不是做备份时的那一个" in refused(keys=Keys.fresh().to_json())


def test_no_keys_at_all(system, saved):
    rewrite(saved, keys=[[*key[:3], True] for key in Manifest.read(saved).seen.keys])
    assert "--keys" in system("fresh").run("restore", saved, status=2)


def test_a_system_that_is_running(filled, saved):
    holder = filled.start(
        "from django.db import connection\n"
        "connection.cursor().execute('SELECT count(*) FROM accounts_user')\n"
        "print('open', flush=True)\nimport time\ntime.sleep(600)\n"
    )
    try:
        assert holder.stdout.readline()
        assert "先停止" in filled.run("restore", saved, "--replace", status=1)
    finally:
        holder.kill()
        holder.communicate()


def test_a_disk_that_is_full_while_restoring_leaves_everything_as_it_was(filled, saved):
    (filled.home / "judgements" / "later.parquet").write_bytes(b"later")
    before = {path.name for path in filled.home.iterdir()}
    if on_sqlite():  # the other database's disk is not ours to fill
        said = filled.run("restore", saved, "--replace", status=1, preexec_fn=limited)
        assert "磁盘空间不足" in said
        assert {path.name for path in filled.home.iterdir()} <= before | {
            "logs",
            "uploads",
            "files",
        }
        assert (filled.home / "judgements" / "later.parquet").read_bytes() == b"later"
    assert filled.script(COUNTS)["accounts_user"] > 0
