"""A report is ordered on a page, written by the worker, and downloaded."""

import io
import os
import subprocess
import zipfile
from datetime import date
from time import time

import pytest
from django.urls import reverse
from django.utils import timezone

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.audit.exporting import exports, line_of, number_of
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.audit.registry import Kind
from fengqiao.kernel.jobs.models import Job, State
from fengqiao.kernel.jobs.registry import periodics
from fengqiao.kernel.jobs.running import run, start
from fengqiao.lib.typography import typeset
from fengqiao.oversight.standards import tasks
from fengqiao.oversight.standards.models import Judgement
from fengqiao.oversight.standards.reporting import FORMS, path_of
from fengqiao.registers.organisations.tests.made import make_office


def _package(data):
    """All text of an Office file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return "".join(package.read(name).decode("utf-8", "ignore") for name in package.namelist())


def _paper(data):
    return subprocess.run(
        ["pdftotext", "-", "-"], input=data, capture_output=True, check=True
    ).stdout.decode()


READ = {
    "json": bytes.decode,
    "html": bytes.decode,
    "xlsx": _package,
    "docx": _package,
    "pdf": _paper,
}


@pytest.fixture
def written(judgement, city_client):
    """`written("json")` orders a report and has it written: its export, and what is downloaded."""

    def order(form):
        city_client.post(reverse("standards:report", args=[judgement.pk]), {"form": form})
        job = Job.objects.latest("pk")
        run(job.pk)
        job.refresh_from_db()
        export = Entry.objects.about(judgement).filter(act="standards.report_ordered").first()
        return export, b"".join(city_client.get(job.result).streaming_content)

    return order


@pytest.mark.parametrize("form", ["json", "xlsx"])
def test_an_ordered_report_is_written_and_downloaded(form, judgement, city_client):
    address = reverse("standards:report", args=[judgement.pk])
    city_client.post(address, {"form": form})
    job = Job.objects.get()
    export = Entry.objects.about(judgement).get(act="standards.report_ordered")
    run(job.pk)
    job.refresh_from_db()
    assert job.state == State.DONE
    response = city_client.get(job.result)
    assert response["Content-Type"] == FORMS[form].mime
    assert b"".join(response.streaming_content) == path_of(export, form).read_bytes()


@pytest.mark.parametrize("form", FORMS)
def test_a_report_bears_the_number_of_its_export_who_and_when(form, written, judgement, cast):
    export, data = written(form)
    said = typeset(line_of(export))
    assert export.by == cast.city
    assert number_of(export) in said
    assert cast.city.name in said
    assert READ[form](data).count(number_of(export)) == 1


def test_one_that_waited_since_before_exports_had_numbers_gets_its_number(judgement):
    """The worker after an upgrade, with a job of the version before."""
    job = start(tasks.REPORT, by=judgement.by, judgement=judgement.pk, form="json")
    run(job.pk)
    job.refresh_from_db()
    (taken,) = exports(Entry.objects.about(judgement))
    assert job.state == State.DONE
    assert job.result.endswith(f"?export={number_of(taken)}")


def test_a_report_is_given_to_who_ordered_it_and_to_nobody_else(written, judgement, sign_in):
    export, _data = written("json")
    colleague = User.objects.create_user("colleague", None, name="同事")
    colleague.grants.create(role=Role.CITY_BUREAU, begins_on=date(2020, 1, 1))
    address = reverse("standards:download", args=[judgement.pk, "json"])
    asked = {"export": number_of(export)}
    assert sign_in(colleague).get(address, asked).status_code == 404
    assert b"".join(sign_in(export.by).get(address, asked).streaming_content)


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


def test_a_report_is_found_in_the_register_of_exports_by_its_number(written):
    export, _data = written("json")
    assert export.stated.kind == Kind.EXPORT
    assert exports(Entry.objects.all(), number_of(export)).get() == export


def test_old_reports_are_erased_and_young_ones_stay(written, settings):
    (old, _), (young, _) = written("json"), written("json")
    past = time() - (settings.KEPT_DAYS["reports"] + 1) * 24 * 60 * 60
    os.utime(path_of(old, "json"), (past, past))
    periodics["standards.reports"].run()
    assert [path_of(one, "json").exists() for one in (old, young)] == [False, True]


@pytest.mark.parametrize("key", ["DC20260101-1", "../../secret", ""])
def test_a_report_that_was_not_written_is_not_found(key, judgement, city_client):
    address = reverse("standards:download", args=[judgement.pk, "html"])
    assert city_client.get(address, {"export": key}).status_code == 404
