"""The drill: fill, back up under load, destroy, restore, compare."""

from fengqiao.config.upkeep.manifest import Manifest
from fengqiao.config.upkeep.tests.filling import CHAIN, COUNTS, WITNESS, WRITE
from fengqiao.config.upkeep.tests.systems import stop

UNDO = """
from django.core.management import call_command
call_command("migrate", "audit", "zero", verbosity=0)
"""


def test_a_system_that_was_saved_under_load_comes_back_whole(filled, tmp_path):
    saved, keys = tmp_path / "saved", tmp_path / "keys.json"
    writer = filled.start(WRITE)
    try:
        for _turn in range(4):
            assert writer.stdout.readline()
        said = filled.run("backup", saved)
    finally:
        stop(writer)
    assert "备份完成" in said
    assert "备份中没有密钥" in said
    assert "已没有文件" not in said
    filled.run("backup", "--keys", keys)
    chain = filled.script(CHAIN)
    manifest = Manifest.read(saved)
    position, hash_ = manifest.seen.head
    assert 30 < position <= manifest.seen.counts["audit_entry"] < len(chain)

    filled.destroy()
    filled.make_database()
    said = filled.run("restore", saved, "--keys", keys)

    assert "与备份时一致" in said
    assert chain[str(position)] == hash_
    assert f"{position}:{hash_}" in said
    # one entry says that it was restored; the rest is what the manifest counted
    counts, was = filled.script(COUNTS), manifest.seen.counts
    grown = {"audit_entry": 1, "audit_payload": 1, "audit_pending": 1}
    assert counts == {table: count + grown.get(table, 0) for table, count in was.items()}
    assert "操作记录完整" in filled.run("audit", "verify", "--since", f"{position}:{hash_}")
    [towns, entries, payloads], lost = filled.script(WITNESS)
    assert towns == entries == payloads > 0
    assert lost == []
    judged = filled.home / "judgements" / "a.parquet"
    assert judged.read_bytes() == b"kept" * 1000
    assert judged.stat().st_mode & 0o077 == 0


def test_the_former_system_is_moved_aside_and_not_deleted(filled, tmp_path):
    filled.run("backup", tmp_path / "saved")
    (filled.home / "judgements" / "later.parquet").write_bytes(b"later")
    assert "--replace" in filled.run("restore", tmp_path / "saved", status=2)
    assert (filled.home / "judgements" / "later.parquet").exists()
    said = filled.run("restore", tmp_path / "saved", "--replace")
    [aside] = filled.home.glob("before-restore-*")
    assert str(aside) in said.replace("：", ":")
    assert (aside / "judgements" / "later.parquet").read_bytes() == b"later"
    assert not (filled.home / "judgements" / "later.parquet").exists()
    if filled.database:
        assert "before_restore_" in said
    else:
        assert list(filled.home.glob("fengqiao.sqlite3.before-restore-*"))


def test_a_backup_of_an_older_version_is_brought_up_to_date(filled, tmp_path):
    filled.script(UNDO)
    assert "还没有升级" in filled.run("backup", tmp_path / "saved")
    said = filled.run("restore", tmp_path / "saved", "--replace")
    assert "已升级" in said
    assert "操作记录完整" in filled.run("audit", "verify")


def test_an_upgrade_keeps_the_database_of_an_office_as_it_was(filled):
    filled.script(UNDO)
    before = filled.script(COUNTS)
    kept = filled.home / "before-upgrade.sqlite3"
    assert not kept.exists()  # there was nothing to keep when it was made
    said = filled.run("migrate")
    assert (str(kept) in said) == kept.exists() == (not filled.database)
    assert filled.script(COUNTS)["accounts_user"] == before["accounts_user"] > 0
    if kept.exists():
        assert kept.stat().st_mode & 0o077 == 0
        kept.replace(filled.home / "fengqiao.sqlite3")
        assert filled.script(COUNTS) == before
