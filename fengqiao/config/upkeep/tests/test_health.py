"""What machines may ask."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from fengqiao.config.upkeep import figures
from fengqiao.config.upkeep.acts import BACKED_UP
from fengqiao.kernel.audit.recording import record
from fengqiao.kernel.jobs.clock import tick
from fengqiao.kernel.jobs.models import Job, Schedule, State

pytestmark = pytest.mark.django_db


def figure(text, name):
    return next(line.split()[-1] for line in text.splitlines() if line.startswith(f"{name} "))


def test_health_says_ok_only_while_the_database_answers(client, monkeypatch):
    assert client.get("/health/").content == b"ok\n"
    client.raise_request_exception = False

    def away():
        raise DatabaseError

    monkeypatch.setattr("fengqiao.config.upkeep.views.connection.cursor", away)
    assert client.get("/health/").status_code == 500


def test_a_worker_is_alive_while_its_clock_ticks(client):
    assert client.get("/health/worker/").status_code == 503
    tick()
    assert client.get("/health/worker/").content == b"ok\n"
    Schedule.objects.filter(name=figures.ALIVE).update(
        started_at=timezone.now() - figures.SILENT - timedelta(seconds=1)
    )
    assert client.get("/health/worker/").status_code == 503


def test_the_figures_tell_how_the_system_does(client, cast):
    Job.objects.create(kind="a", title="a")
    Job.objects.create(kind="a", title="a", state=State.FAILED, ended_at=timezone.now())
    before = timezone.now().timestamp()
    with transaction.atomic():
        record(BACKED_UP, by=None, label="备份", folder="a", rows=1, files=1)
    text = client.get("/metrics/").content.decode()
    assert 'fengqiao_jobs{state="waiting"} 1.0' in text
    assert 'fengqiao_jobs{state="failed"} 1.0' in text
    assert figure(text, "fengqiao_trail_unsealed") == "1.0"
    assert figure(text, "fengqiao_trail_whole") == "1.0"
    assert figure(text, "fengqiao_worker_up") == "0.0"
    assert float(figure(text, "fengqiao_backup_timestamp_seconds")) >= before
    assert "django_http_responses_total_by_status_total" in text


@pytest.mark.parametrize(
    "asking",
    [
        {"REMOTE_ADDR": "10.0.0.7"},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "10.0.0.7"},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_REAL_IP": "10.0.0.7"},
        {"REMOTE_ADDR": ""},
        {"REMOTE_ADDR": "10.0.0.7", "HTTP_AUTHORIZATION": "Bearer wrong"},
        {"REMOTE_ADDR": "10.0.0.7", "HTTP_AUTHORIZATION": "Bearer "},
    ],
)
def test_the_figures_are_not_there_for_others(client, settings, asking):
    settings.METRICS_TOKEN = "secret"
    assert client.get("/metrics/", **asking).status_code == 404
    settings.METRICS_TOKEN = ""
    assert client.get("/metrics/", **asking).status_code == 404


def test_the_token_opens_the_figures_from_elsewhere(client, settings):
    settings.METRICS_TOKEN = "secret"
    asking = {"REMOTE_ADDR": "10.0.0.7", "HTTP_AUTHORIZATION": "Bearer secret"}
    assert client.get("/metrics/", **asking).status_code == 200
    assert client.get("/metrics/", REMOTE_ADDR="::1").status_code == 200


def test_the_health_of_the_trail_says_what_is_wrong_with_it(client, monkeypatch):
    def asked():
        answer = client.get("/health/trail/")
        return answer.status_code, answer.content

    assert asked() == (200, b"ok\n")
    with transaction.atomic():
        record("audit.bent", by=None, label="发现 1 处异常")
    assert asked() == (503, b"bent\n")
    with transaction.atomic():
        record("audit.verified", by=None, label="完整")
    assert asked() == (200, b"ok\n")
    monkeypatch.setattr(figures, "UNVERIFIED", timedelta(0))
    assert asked() == (503, b"not verified\n")
    monkeypatch.setattr(figures, "UNSEALED", timedelta(0))
    assert asked() == (503, b"not sealed\n")
