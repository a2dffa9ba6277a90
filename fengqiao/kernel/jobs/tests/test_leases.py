"""A job in the hands of a living worker is nobody else's, whatever its heartbeat says."""

import subprocess
import sys
import threading
from datetime import timedelta

import pytest
from django.utils import timezone

from fengqiao.config.home import ROOT
from fengqiao.kernel.jobs import clock, registry
from fengqiao.kernel.jobs.leases import is_held, lease
from fengqiao.kernel.jobs.models import Job, State
from fengqiao.kernel.jobs.running import run, start

OLD = timezone.now() - timedelta(days=1)


@pytest.fixture(autouse=True)
def own_home(settings, tmp_path):
    settings.HOME = tmp_path


@pytest.fixture
def job(db):
    return start("good", by=None, number=3)


def test_a_job_whose_heartbeat_cannot_be_written_is_left_to_its_worker(job, monkeypatch):
    rescued = []

    def writing(*, progress, by, number):
        Job.objects.filter(pk=progress.job.pk).update(heartbeat_at=OLD)
        rescued.append(clock.rescue())

    monkeypatch.setitem(registry.kinds, "good", registry.Kind("good", "试验", writing, attempts=2))
    run(job.pk)
    job.refresh_from_db()
    assert (rescued, job.state, job.attempts) == ([0], State.DONE, 1)
    assert not is_held(job.pk)


def test_a_sign_of_life_that_comes_while_the_clock_looks_counts(job, monkeypatch):
    def beating(pk):
        Job.objects.filter(pk=pk).update(heartbeat_at=timezone.now())
        return False

    monkeypatch.setattr(clock, "is_held", beating)
    Job.objects.filter(pk=job.pk).update(state=State.RUNNING, heartbeat_at=OLD, attempts=1)
    clock.rescue()
    job.refresh_from_db()
    assert job.state == State.RUNNING


def test_the_lease_of_a_killed_worker_is_free(tmp_path):
    script = (
        "import sys, time; from django.conf import settings; settings.configure(HOME=sys.argv[1])\n"
        "from fengqiao.kernel.jobs.leases import lease\n"
        "with lease(7): print('held', flush=True); time.sleep(60)"
    )
    command = [sys.executable, "-c", script, str(tmp_path)]
    worker = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert worker.stdout.readline() == "held\n"
    assert is_held(7)
    worker.kill()
    worker.communicate()
    assert not is_held(7)


def test_a_second_attempt_waits_for_the_end_of_the_first():
    order = []

    def second():
        with lease(7):
            order.append("second")

    with lease(7):
        thread = threading.Thread(target=second)
        thread.start()
        thread.join(0.2)
        order.append("first")
    thread.join(10)
    assert order == ["first", "second"]
    assert not is_held(7)
