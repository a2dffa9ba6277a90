"""What becomes of a job: done, refused, tried again, failed, rescued; never lost and never done twice."""

import threading
from contextlib import suppress
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import OperationalError, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.audit.via import Via, door
from fengqiao.kernel.jobs import clock, registry, worker
from fengqiao.kernel.jobs.models import Job, Schedule, State
from fengqiao.kernel.jobs.running import again, run, start
from fengqiao.kernel.jobs.worker import run_until_idle
from fengqiao.lib.faults import InputRefused

pytestmark = pytest.mark.django_db


def state(job):
    job.refresh_from_db()
    return job.state


def test_a_job_and_its_place_in_the_queue_are_written_together_or_not_at_all():
    with suppress(ZeroDivisionError), transaction.atomic():
        start("good", by=None, number=3)
        assert DBTaskResult.objects.count() == 1
        raise ZeroDivisionError
    assert not Job.objects.exists()
    assert not DBTaskResult.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_the_worker_does_a_queued_job_and_keeps_its_result(kinds):
    job = start("good", by=None, number=3)
    run_until_idle()
    assert state(job) == State.DONE
    assert (job.result, job.percent, kinds) == ("/results/3/", 30, [3])


def test_a_job_is_done_once_however_often_it_is_claimed(kinds):
    job = start("good", by=None, number=3)
    run(job.pk)
    run(job.pk)
    assert kinds == [3]


def test_a_refusal_ends_the_job_with_its_sentence():
    job = start("refused", by=None)
    run(job.pk)
    assert state(job) == State.REFUSED
    assert job.message == "没有施行中的标准"


def test_an_error_is_tried_again_later_and_then_seen_as_failed():
    job = start("broken", by=None)
    run(job.pk)
    assert state(job) == State.WAITING
    assert job.due_at > timezone.now()
    run(job.pk)
    assert state(job) == State.FAILED
    assert "错误编号" in job.message
    assert "ZeroDivisionError" not in job.message


def test_a_failed_job_can_be_tried_again(cast):
    job = start("broken", by=None)
    run(job.pk)
    run(job.pk)
    again(job, by=cast.clerk)
    assert (state(job), job.attempts) == (State.WAITING, 0)
    assert Entry.objects.about(job).get(act="jobs.retried").by == cast.clerk


def test_a_job_that_has_not_failed_is_not_tried_again():
    job = start("good", by=None, number=3)
    with pytest.raises(InputRefused, match="失败的任务"):
        again(job, by=None)


def test_what_a_job_does_comes_in_by_its_own_door(monkeypatch):
    doors = []

    def telling(*, progress, by):
        doors.append(door())

    monkeypatch.setitem(registry.kinds, "telling", registry.Kind("telling", "试验", telling, 1))
    run(start("telling", by=None).pk)
    assert (doors, door()) == ([Via.JOB], Via.COMMAND)


def test_a_job_whose_worker_died_is_queued_again(kinds):
    job = start("good", by=None, number=3)
    silent = timezone.now() - clock.SILENT - timedelta(seconds=1)
    Job.objects.filter(pk=job.pk).update(state=State.RUNNING, heartbeat_at=silent, attempts=1)
    assert clock.rescue() == 1
    assert state(job) == State.WAITING
    run(job.pk)
    assert state(job) == State.DONE


def test_a_job_that_killed_its_last_worker_stands_as_failed():
    job = start("good", by=None, number=3)
    silent = timezone.now() - clock.SILENT - timedelta(seconds=1)
    Job.objects.filter(pk=job.pk).update(state=State.RUNNING, heartbeat_at=silent, attempts=2)
    clock.rescue()
    assert (state(job), job.message) == (State.FAILED, "处理中断。")


def test_a_worker_that_was_held_for_dead_does_not_end_the_next_attempt(monkeypatch):
    def slow(*, progress, by):
        Job.objects.update(attempts=2)  # another worker has taken the job up meanwhile

    monkeypatch.setitem(registry.kinds, "slow", registry.Kind("slow", "试验", slow, attempts=3))
    job = start("slow", by=None)
    run(job.pk)
    assert state(job) == State.RUNNING


def test_a_locked_database_does_not_end_the_worker(monkeypatch):
    calls = []

    def locked_once(*args, **options):
        calls.append(args)
        if len(calls) == 1:
            raise OperationalError("database is locked")

    monkeypatch.setattr(worker, "call_command", locked_once)
    monkeypatch.setattr(worker, "PAUSE", 0)
    worker.run_worker()
    assert len(calls) == 2


def test_a_job_that_shows_signs_of_life_is_left_alone():
    job = start("good", by=None, number=3)
    Job.objects.filter(pk=job.pk).update(state=State.RUNNING, heartbeat_at=timezone.now())
    assert clock.rescue() == 0


def test_periodic_work_runs_when_it_is_due_and_not_before(monkeypatch):
    runs = []
    one = registry.Periodic("test", timedelta(hours=1), lambda: runs.append(1))
    monkeypatch.setattr(registry, "periodics", {})
    monkeypatch.setattr(clock, "periodics", {"test": one})
    clock.tick()
    clock.tick()
    assert len(runs) == 1
    Schedule.objects.update(due_at=timezone.now())
    clock.tick()
    assert len(runs) == 2


def test_periodic_work_that_fails_does_not_stop_the_clock(monkeypatch):
    def broken():
        raise ZeroDivisionError

    monkeypatch.setattr(
        clock, "periodics", {"test": registry.Periodic("test", timedelta(hours=1), broken)}
    )
    clock.tick()
    assert Schedule.objects.get().due_at > timezone.now()


@pytest.mark.django_db(transaction=True)
def test_slow_work_holds_up_no_other(monkeypatch):
    """The report waits for the import, which would come after it in one queue."""
    begun, free, ended = threading.Event(), threading.Event(), threading.Event()

    def report(*, progress, by):
        begun.set()
        assert free.wait(30)

    def imported(*, progress, by):
        free.set()

    for one in (
        registry.Kind("report", "报告", report, 1, queue=registry.SLOW),
        registry.Kind("import", "导入", imported, 1),
    ):
        monkeypatch.setitem(registry.kinds, one.name, one)
    slow, quick = start("report", by=None), start("import", by=None)
    queue = worker.slow_queue()
    lane = threading.Thread(target=worker.keep_serving, args=(queue, ended))
    lane.start()
    try:
        assert begun.wait(30)
        call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)
        assert state(quick) == State.DONE
    finally:
        free.set()
        queue.running = False
        ended.set()
        lane.join(30)
    assert state(slow) == State.DONE


@pytest.mark.django_db(transaction=True)
def test_what_is_done_steadily_goes_on_after_an_error(monkeypatch):
    enough, ended = threading.Event(), threading.Event()
    calls = []

    def stumbling():
        calls.append(1)
        if len(calls) == 1:
            raise ZeroDivisionError
        enough.set()

    monkeypatch.setattr(registry, "steadies", {})
    monkeypatch.setattr(clock, "steadies", registry.steadies)
    registry.steadily("stumbling", pause=0.01)(stumbling)
    (thread,) = [one for one in clock.threads(ended) if one.name == "stumbling"]
    thread.start()
    assert enough.wait(10)
    ended.set()
    thread.join()
