"""A file goes through its stages; nothing enters before it is confirmed, and then all of it or nothing."""

import os

import pytest
from django.utils import timezone

from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.imports import registry, staging, storage, tasks
from fengqiao.kernel.imports.models import Import, State
from fengqiao.kernel.imports.tests.conftest import done
from fengqiao.kernel.jobs.models import Job
from fengqiao.kernel.jobs.models import State as JobState
from fengqiao.lib.faults import InputRefused

pytestmark = pytest.mark.django_db


def confirmed(staged):
    staging.confirm(staged, by=staged.by)
    return done(staged)


def test_a_preview_shows_what_will_change_and_writes_nothing(stage, known_names):
    staged = stage("张三\n李四")
    assert staged.state == State.READY
    assert staged.sections[0]["count"] == 2
    assert known_names() == set()


def test_what_was_confirmed_is_taken_in(stage, known_names):
    staged = confirmed(stage("张三\n李四"))
    assert staged.state == State.DONE
    assert known_names() == {"name:张三", "name:李四"}


def test_each_stage_is_in_the_trail_of_who_moved_it(stage):
    staged = stage("张三\n!")
    staging.check_again(staged, skip_bad_rows=True, by=staged.by)
    staging.confirm(done(staged), by=staged.by)
    staging.discard(stage("李四"), by=staged.by)
    acts = Entry.objects.filter(by=staged.by).order_by("pk").values_list("act", flat=True)
    steps = ("uploaded", "checked", "confirmed", "uploaded", "discarded")
    assert list(acts) == [f"imports.{step}" for step in steps]


def test_the_same_file_again_changes_nothing(stage):
    confirmed(stage("张三"))
    assert stage("张三").sections == []


def test_a_file_with_faults_is_refused_with_all_of_them(stage):
    staged = stage("张三\n!\n!")
    assert staged.state == State.REFUSED
    (group,) = staged.faults
    assert (group["sentence"], group["count"]) == ("应为姓名", 2)
    assert group["places"] == [["名单 第2行 姓名", "!"], ["名单 第3行 姓名", "!"]]
    with pytest.raises(InputRefused):
        staging.confirm(staged, by=staged.by)


def test_faulty_rows_can_be_left_out_after_all(stage, known_names):
    staged = stage("张三\n!")
    staging.check_again(staged, skip_bad_rows=True, by=staged.by)
    assert confirmed(done(staged)).state == State.DONE
    assert known_names() == {"name:张三"}


def test_what_would_end_is_taken_in_only_after_it_was_checked(stage, known_names):
    staged = stage("张三\n-李四\n-王五")
    assert staged.ending == 2
    (tick,) = staged.endings
    for checked in ([], ["another preview"], [tick + "0"]):
        with pytest.raises(InputRefused, match="确认后将停止 2 项"):
            staging.confirm(staged, checked=checked, by=staged.by)
    staged.refresh_from_db()
    assert (staged.state, known_names()) == (State.READY, set())
    staging.confirm(staged, checked=[tick], by=staged.by)
    assert done(staged).state == State.DONE


def test_what_was_looked_at_is_what_is_confirmed(stage):
    staged = stage("张三")
    Import.objects.update(plan_digest="of a newer preview")
    with pytest.raises(InputRefused):
        staging.confirm(staged, by=staged.by)


def test_two_imports_at_once_do_not_mix(stage, known_names):
    first, second = stage("张三\n李四"), stage("李四\n王五")
    confirmed(first)
    second = confirmed(second)
    assert second.state == State.READY
    assert "没有写入" in second.message
    assert known_names() == {"name:张三", "name:李四"}
    assert confirmed(second).state == State.DONE
    assert known_names() == {"name:张三", "name:李四", "name:王五"}


def test_a_failure_half_way_leaves_nothing(stage, names, monkeypatch, known_names):
    def broken(plan, *, by):
        names.apply(plan, by=by)
        raise OSError("disk full")

    staged = stage("张三")
    failing = registry.Importer(
        "names", "名单", "names", names.plan, broken, names.template, names.faulty_rows
    )
    monkeypatch.setitem(registry.importers, "names", failing)
    assert confirmed(staged).state == State.APPLYING
    assert known_names() == set()
    monkeypatch.setitem(registry.importers, "names", names)
    assert done(staged).state == State.DONE


def test_a_job_that_is_run_again_after_it_was_done_does_nothing_twice(stage):
    staged = confirmed(stage("张三"))
    Job.objects.filter(pk=staged.job_id).update(state=JobState.WAITING)
    assert done(staged).state == State.DONE


def test_a_discarded_file_is_erased_and_cannot_be_confirmed(
    stage, django_capture_on_commit_callbacks
):
    staged = stage("张三")
    path = storage.folder() / staged.file
    with django_capture_on_commit_callbacks(execute=True):
        staging.discard(staged, by=staged.by)
    assert not path.exists()
    with pytest.raises(InputRefused):
        staging.confirm(staged, by=staged.by)


def test_old_files_are_erased_and_what_was_not_confirmed_is_given_up(stage, erase):
    waiting, taken = stage("张三"), confirmed(stage("李四"))
    paths = [storage.folder() / staged.file for staged in (waiting, taken)]
    erase("uploads")
    assert not any(path.exists() for path in paths)
    for staged in (waiting, taken):
        staged.refresh_from_db()
        assert staged.file == ""
    assert (waiting.state, taken.state) == (State.DISCARDED, State.DONE)
    assert Entry.objects.about(waiting).filter(act="imports.discarded", by=None).count() == 1
    assert not Entry.objects.about(taken).filter(act="imports.discarded").exists()


def test_what_nobody_confirms_is_erased_sooner_than_what_was_taken_in(stage, erase):
    waiting, taken = stage("张三"), confirmed(stage("李四"))
    erase("unconfirmed")
    assert not (storage.folder() / waiting.file).exists()
    assert (storage.folder() / taken.file).exists()


def test_a_file_that_the_worker_has_in_hand_is_not_erased(stage, erase):
    staged = stage("张三")
    staging.confirm(staged, by=staged.by)
    erase("uploads")
    assert (storage.folder() / staged.file).exists()
    assert done(staged).state == State.DONE


def test_a_file_whose_work_has_failed_for_good_is_erased(stage, erase):
    staged = stage("张三")
    staging.confirm(staged, by=staged.by)
    Job.objects.update(state=JobState.FAILED, ended_at=timezone.now())
    erase("uploads")
    assert not (storage.folder() / staged.file).exists()
    staged.refresh_from_db()
    assert staged.state == State.DISCARDED


def test_a_file_that_was_confirmed_since_it_was_chosen_stays(stage, monkeypatch, erase):
    """Somebody confirms between the choosing and the erasing."""
    staged, erases = stage("张三"), tasks._erase

    def confirmed_meanwhile(chosen):
        staging.confirm(staged, by=staged.by)
        erases(chosen)

    monkeypatch.setattr(tasks, "_erase", confirmed_meanwhile)
    erase("unconfirmed")
    assert (storage.folder() / staged.file).exists()
    assert done(staged).state == State.DONE


def test_what_an_upload_left_half_done_is_erased_after_a_day(stage):
    staged = stage("张三")
    old, young = storage.folder() / "half.xlsx", storage.folder() / "young.xlsx"
    draft = storage.folder() / ".half.xlsx.tmp"
    draft.mkdir()
    old.touch()
    young.touch()
    for path in (old, draft, storage.folder() / staged.file):
        os.utime(path, (0, 0))
    tasks.erase_strays()
    assert {path.name for path in storage.folder().iterdir()} == {"young.xlsx", staged.file}


def test_each_kind_of_ending_wants_its_own_tick(stage):
    staged = stage("-李四")
    two = [*staged.sections, staged.sections[0] | {"title": "停止 功能区"}]
    Import.objects.update(sections=two)
    staged.refresh_from_db()
    first, second = staged.endings
    for checked in ([first], [second], [first, first]):
        with pytest.raises(InputRefused, match="确认后将停止 2 项"):
            staging.confirm(staged, checked=checked, by=staged.by)
    staging.confirm(staged, checked=[second, first], by=staged.by)
    assert staged.endings


def test_the_faulty_rows_go_with_their_file(stage, django_capture_on_commit_callbacks):
    kept, gone = stage("张三\n!"), stage("李四\n!")
    for staged in (kept, gone):
        assert storage.faulty_rows_of(staged.file).exists()
    os.utime(storage.faulty_rows_of(kept.file), (0, 0))
    tasks.erase_strays()
    with django_capture_on_commit_callbacks(execute=True):
        staging.discard(gone, by=gone.by)
    assert storage.faulty_rows_of(kept.file).exists()
    assert not storage.faulty_rows_of(gone.file).exists()


def test_a_file_that_is_checked_again_gets_its_faulty_rows_anew(
    stage, django_capture_on_commit_callbacks
):
    staged = stage("张三\n!")
    with django_capture_on_commit_callbacks(execute=True):
        staging.check_again(staged, skip_bad_rows=True, by=staged.by)
    assert not storage.faulty_rows_of(staged.file).exists()
    assert done(staged).state == State.READY
    assert storage.faulty_rows_of(staged.file).exists()
