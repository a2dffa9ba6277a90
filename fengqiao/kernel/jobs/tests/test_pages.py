"""The pages of jobs."""

import pytest
from django.urls import reverse

from fengqiao.kernel.jobs.models import Job, State
from fengqiao.kernel.jobs.running import run, start


@pytest.fixture
def job(cast):
    return start("broken", by=cast.clerk)


def test_the_list_and_the_page_of_a_job_are_seen(job, clerk_client):
    assert job.title in clerk_client.get(reverse("jobs:jobs")).content.decode()
    assert job.title in clerk_client.get(job.get_absolute_url()).content.decode()


def test_an_empty_list_says_what_would_be_there(clerk_client):
    assert "没有任务" in clerk_client.get(reverse("jobs:jobs")).content.decode()


def test_an_outsider_is_sent_to_sign_in(job, client):
    for address in (reverse("jobs:jobs"), job.get_absolute_url()):
        assert client.get(address).status_code == 302


def test_a_colleague_does_not_see_the_work_that_one_started(job, cast, sign_in):
    colleague = sign_in(cast.director)
    assert job.title not in colleague.get(reverse("jobs:jobs")).content.decode()
    assert colleague.get(job.get_absolute_url()).status_code == 404
    assert colleague.post(reverse("jobs:again", args=[job.pk])).status_code == 404


def test_a_job_that_is_not_there_is_not_found(clerk_client):
    assert clerk_client.get(reverse("jobs:job", args=[99])).status_code == 404


def test_the_bar_asks_again_until_the_job_has_ended(job, clerk_client):
    address = reverse("jobs:progress", args=[job.pk])
    assert address in clerk_client.get(address).content.decode()
    Job.objects.filter(pk=job.pk).update(state=State.DONE, ended_at=job.created_at)
    assert clerk_client.get(address).headers["HX-Refresh"] == "true"


def test_a_failed_job_is_tried_again_by_a_button_and_not_by_a_visit(job, clerk_client):
    run(job.pk)
    run(job.pk)
    address = reverse("jobs:again", args=[job.pk])
    assert clerk_client.get(address).status_code == 405
    clerk_client.post(address)
    job.refresh_from_db()
    assert job.state == State.WAITING


def test_the_list_asks_a_fixed_number_of_questions(clerk_client, queries):
    few = len(queries(lambda: clerk_client.get(reverse("jobs:jobs"))))
    for _ in range(60):
        start("broken", by=None)
    assert len(queries(lambda: clerk_client.get(reverse("jobs:jobs")))) <= few + 1
