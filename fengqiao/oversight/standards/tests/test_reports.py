"""A report is ordered on a page, written by the worker, and downloaded."""

import pytest
from django.urls import reverse
from django.utils import timezone

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.jobs.models import Job, State
from fengqiao.kernel.jobs.running import run
from fengqiao.lib.typography import typeset
from fengqiao.oversight.standards.models import Judgement
from fengqiao.oversight.standards.reporting import FORMS, key_of, path_of
from fengqiao.registers.organisations.tests.made import make_office


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


def test_the_report_names_whom_it_is_sent_to_who_sends_it_and_the_day(judgement, city_client):
    city = Area.objects.get(path=make_office(1).path[: Area.steplen])
    city.names.update(name="泰州市")
    Judgement.objects.update(area=city)
    address = reverse("standards:report", args=[judgement.pk])
    city_client.post(address, {"form": "html", "addressee": "江苏省司法厅"})
    job = Job.objects.get()
    run(job.pk)
    job.refresh_from_db()
    page = b"".join(city_client.get(job.result).streaming_content).decode()
    day = timezone.localdate()
    said = ["江苏省司法厅:", "泰州市司法局", f"{day.year}年{day.month}月{day.day}日"]
    assert [text for text in said if typeset(text) not in page] == []
    assert "江苏省司法厅" in city_client.get(address).content.decode()  # remembered


def test_reports_to_different_bodies_do_not_stand_for_each_other(judgement, city_client):
    path_of(judgement, "html", key_of("html", "甲局")).write_text("甲", "utf-8")
    address = reverse("standards:report", args=[judgement.pk])
    to_first = city_client.post(address, {"form": "html", "addressee": "甲局"})
    assert b"".join(city_client.get(to_first.url).streaming_content).decode() == "甲"
    city_client.post(address, {"form": "html", "addressee": "乙局"})
    assert Job.objects.count() == 1


@pytest.mark.parametrize("key", ["0123456789abcdef", "../../secret", "x"])
def test_a_report_that_was_not_written_is_not_found(key, judgement, city_client):
    address = reverse("standards:download", args=[judgement.pk, "html"])
    assert city_client.get(address, {"to": key}).status_code == 404
