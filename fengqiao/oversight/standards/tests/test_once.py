"""A job makes one judgement, however often it is done."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from fengqiao.kernel.jobs.models import Job, State
from fengqiao.kernel.jobs.running import run
from fengqiao.oversight.standards import judging, tasks
from fengqiao.oversight.standards.keeping import file_of, folder, keep
from fengqiao.oversight.standards.models import Judgement
from fengqiao.registers.organisations.tests.made import make_office

DAY = date(2021, 12, 31)


@pytest.fixture
def job(cast):
    make_office(1)
    return tasks.start_judging(standard="taizhou-2021", on=DAY, by=cast.city)


def test_a_job_that_is_done_twice_leads_to_the_same_judgement(job):
    run(job.pk)
    done = Job.objects.get(pk=job.pk)
    assert done.state == State.DONE
    Job.objects.filter(pk=job.pk).update(state=State.WAITING, result="")
    run(job.pk)
    assert Job.objects.get(pk=job.pk).result == done.result
    assert Judgement.objects.get().job == job


def test_of_two_attempts_at_once_the_second_gets_what_the_first_made(job, judged, behind):
    first = keep(judged, behind, by=None, job=job)
    assert keep(judged, behind, by=None, job=job) == first
    assert [path.name for path in folder().iterdir()] == [first.file]
    assert file_of(first).exists()


def test_the_database_knows_of_one_judgement_for_a_job(job, judged, behind):
    keep(judged, behind, by=None, job=job)
    other = keep(judged, behind, by=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Judgement.objects.filter(pk=other.pk).update(job=job)


def test_what_is_judged_is_read_at_one_moment(job, monkeypatch):
    moments = []

    def offices_by_code(on):
        moments.append(inside)
        return {}

    class Moment:
        def __enter__(self):
            nonlocal inside
            inside = True

        def __exit__(self, *failure):
            nonlocal inside
            inside = False

    inside = False
    read = tables_on()
    monkeypatch.setattr(judging, "snapshot", Moment)
    monkeypatch.setattr(judging, "offices_by_code", offices_by_code)
    monkeypatch.setattr(
        "fengqiao.registers.organisations.tables.tables_on",
        lambda on: moments.append(inside) or read,
    )
    judging.judge_and_keep(standard="taizhou-2021", on=DAY, by=None)
    assert moments == [True, True]
    assert not inside


def tables_on():
    from fengqiao.registers.organisations.tables import tables_on

    return tables_on(DAY)
