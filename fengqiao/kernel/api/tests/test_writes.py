"""A write with a key is done once, whatever is sent how often."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fengqiao.kernel.api.ageing import forget_answers
from fengqiao.kernel.api.models import Answer
from fengqiao.kernel.jobs.models import Job

pytestmark = pytest.mark.django_db
BODY = {"standard": "taizhou-2021", "on": "2026-06-30"}


@pytest.fixture
def call(cast, caller):
    return caller(cast.city, "standards.judge", "standards.see")


def test_a_write_starts_the_same_work_as_the_page(call):
    answer = call.post("/judgements", BODY)
    job = Job.objects.get()
    assert answer.status_code == 202
    assert answer.json()["id"] == job.pk
    assert (job.by.username, job.arguments) == ("city", BODY)
    assert call(f"/jobs/{job.pk}").json()["state"] == "waiting"


def test_the_same_key_is_answered_the_same_and_done_once(call):
    first, second = call.post("/judgements", BODY), call.post("/judgements", BODY)
    assert first.content == second.content
    assert (second.status_code, second["Idempotency-Replayed"]) == (202, "true")
    assert Job.objects.count() == 1


def test_the_same_key_for_something_else_is_refused(call):
    call.post("/judgements", BODY)
    answer = call.post("/judgements", BODY | {"on": "2026-06-29"})
    assert answer.status_code == 422
    assert "幂等键" in answer.json()["detail"]
    assert Job.objects.count() == 1


def test_a_key_is_its_owners_own(call, cast, caller):
    other = caller(cast.bureau, "standards.judge")
    assert (
        call.post("/judgements", BODY).json()["id"] != other.post("/judgements", BODY).json()["id"]
    )


@pytest.mark.parametrize("key", ["", "short", "有空格 的键", "x" * 101])
def test_a_write_wants_a_key(call, key):
    answer = call.post("/judgements", BODY, key=key)
    assert (answer.status_code, Job.objects.count()) == (400, 0)
    assert "Idempotency-Key" in answer.json()["detail"]


def test_what_was_refused_may_be_tried_again_under_its_key(call):
    wrong = call.post("/judgements", BODY | {"standard": "nowhere"})
    assert wrong.status_code == 422
    assert wrong.json()["faults"][0]["field"] == "standard"
    assert call.post("/judgements", BODY).status_code == 202


def test_after_a_day_a_key_is_free(call):
    call.post("/judgements", BODY)
    Answer.objects.update(created_at=timezone.now() - timedelta(hours=24, seconds=1))
    assert call.post("/judgements", BODY | {"on": "2026-06-29"}).status_code == 202
    assert Job.objects.count() == 2


def test_old_answers_are_forgotten(call):
    call.post("/judgements", BODY)
    call.post("/judgements", BODY, key="key-0000002")
    old = Answer.objects.filter(key="key-0000002")
    old.update(created_at=timezone.now() - timedelta(hours=25))
    forget_answers()
    assert Answer.objects.get().key == "key-0000001"


@pytest.mark.django_db(transaction=True)
def test_two_at_once_with_one_key_are_done_once(call):
    answers = []
    gate = threading.Barrier(4)

    def send():
        gate.wait()
        answers.append(call.post("/judgements", BODY))
        connection.close()

    threads = [threading.Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {answer.status_code for answer in answers} == {202}
    assert len({answer.content for answer in answers}) == 1
    assert Job.objects.count() == 1


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(1, 3), st.integers(1, 3)), max_size=8))
def test_each_key_does_at_most_one_thing(call, sent):
    """`sent`: which key, which body. The first body of a key is done, others of it are refused."""
    Job.objects.all().delete()
    Answer.objects.all().delete()
    first = {}
    for key, day in sent:
        answer = call.post("/judgements", BODY | {"on": f"2026-06-0{day}"}, key=f"key-000000{key}")
        wanted = first.setdefault(key, day)
        assert answer.status_code == (202 if day == wanted else 422)
    assert Job.objects.count() == len(first)
