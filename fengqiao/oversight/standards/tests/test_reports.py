"""A report is ordered on a page, written by the worker, and downloaded."""

import pytest
from django.urls import reverse

from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.jobs.models import Job, State
from fengqiao.kernel.jobs.running import run
from fengqiao.oversight.standards.reporting import FORMS, path_of


@pytest.mark.parametrize("form", ["json", "xlsx"])
def test_an_ordered_report_is_written_and_downloaded(form, judgement, city_client):
    address = reverse("standards:report", args=[judgement.pk])
    city_client.post(address, {"form": form})
    job = Job.objects.get()
    assert Entry.objects.about(judgement).filter(act="standards.report_ordered").exists()
    run(job.pk)
    job.refresh_from_db()
    assert job.state == State.DONE
    response = city_client.get(job.result)
    assert response["Content-Type"] == FORMS[form].mime
    assert b"".join(response.streaming_content) == path_of(judgement, form).read_bytes()


def test_a_report_that_is_there_opens_without_a_second_job(judgement, city_client):
    path_of(judgement, "json").write_text("{}", "utf-8")
    response = city_client.post(reverse("standards:report", args=[judgement.pk]), {"form": "json"})
    assert response.url == reverse("standards:download", args=[judgement.pk, "json"])
    assert not Job.objects.exists()


def test_a_form_that_is_none_is_refused(judgement, city_client):
    response = city_client.post(reverse("standards:report", args=[judgement.pk]), {"form": "exe"})
    assert response.status_code == 400
