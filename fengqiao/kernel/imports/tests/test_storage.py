"""An uploaded file is read by the worker alone, and lies open for nobody else, however the worker ends."""

import os
import stat
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from fengqiao.kernel.crypto.values import Unreadable, is_sealed
from fengqiao.kernel.imports import storage, tasks
from fengqiao.kernel.imports.models import Import, State
from fengqiao.kernel.jobs.registry import periodics

pytestmark = pytest.mark.django_db
NAME = "张三".encode()


def on_the_disk():
    return {path.name: path for path in storage.folder().rglob("*")}


def test_nothing_of_an_upload_stands_open_on_the_disk(stage):
    staged = stage("张三\n!")
    kept = on_the_disk()
    assert set(kept) == {staged.file, storage.faulty_rows_of(staged.file).name}
    for path in kept.values():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert NAME not in path.read_bytes()
        assert b"faulty" not in path.read_bytes()


def test_what_a_preview_quotes_stands_encrypted_in_the_database(stage):
    stage("张三\n!", skip_bad_rows=True)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT key, faulty_rows_key, sections, warnings, faults FROM imports_import"
        )
        [row] = cursor.fetchall()
    assert all(is_sealed(value) for value in row)
    assert "name:张三" in str(Import.objects.get().sections)


def test_the_worker_opens_a_file_for_itself_and_takes_it_away(stage):
    staged = stage("张三")
    with storage.opened(storage.folder() / staged.file, staged.key) as plain:
        assert plain.read_bytes() == NAME
        assert stat.S_IMODE(plain.stat().st_mode) == 0o600
        assert stat.S_IMODE(plain.parent.stat().st_mode) == 0o700
        storage.clear_rooms()
        assert plain.exists()
    assert set(on_the_disk()) == {staged.file}


def test_what_a_killed_worker_left_open_goes_before_the_next_file_is_opened(stage):
    left = storage.folder() / f"{storage.OPEN}left"
    left.mkdir()
    (left / "plain.xlsx").write_bytes(NAME)
    staged = stage("张三")
    assert set(on_the_disk()) == {staged.file}


def test_what_a_killed_worker_left_open_goes_by_the_clock_too():
    left = storage.folder() / f"{storage.OPEN}left"
    left.mkdir()
    (left / "plain.xlsx").write_bytes(NAME)
    periodics["imports.rooms"].run()
    assert on_the_disk() == {}


def test_a_file_that_was_changed_on_the_disk_is_not_read(stage):
    staged = stage("张三")
    path = storage.folder() / staged.file
    path.write_bytes(path.read_bytes()[:-1] + b"\0")
    with (
        pytest.raises(Unreadable),
        storage.opened(path, staged.key),
    ):
        raise AssertionError
    assert set(on_the_disk()) == {staged.file}


def test_with_a_file_goes_what_was_quoted_of_it(stage, erase):
    refused, ready = stage("张三\n!"), stage("李四")
    erase("uploads")
    for staged in (refused, ready):
        staged.refresh_from_db()
    (group,) = refused.faults
    assert group["places"] == [["名单 第2行 姓名", ""]]
    assert (group["sentence"], group["first"], group["count"]) == ("", "", 1)
    assert [(one["count"], one["rows"]) for one in ready.sections] == [(1, [])]


def test_files_of_the_version_before_are_encrypted_by_the_upgrade(stage):
    staged = stage("张三\n!")
    (storage.folder() / "old.txt").write_bytes(NAME)
    (storage.folder() / "old.faulty.xlsx").write_bytes(b"faulty rows")
    Import.objects.update(file="old.txt", key="", faulty_rows_key="")
    import_module("fengqiao.kernel.imports.migrations.0003_encrypted").seal_files(apps, None)
    staged.refresh_from_db()
    assert staged.file == "old-e.txt"
    with storage.opened(storage.folder() / staged.file, staged.key) as plain:
        assert plain.read_bytes() == NAME
    made = storage.Opened(storage.faulty_rows_of(staged.file), staged.faulty_rows_key)
    assert b"".join(made) == b"faulty rows"
    for path in storage.folder().iterdir():
        os.utime(path, (0, 0))
    tasks.erase_strays()
    assert set(on_the_disk()) == {"old-e.txt", "old-e.faulty.xlsx"}
    assert staged.state == State.REFUSED
