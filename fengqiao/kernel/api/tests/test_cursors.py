"""Lists in parts: every row once, whatever is added meanwhile; a cursor is of use in its list alone."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fengqiao.kernel.jobs.models import Job
from fengqiao.oversight.standards.models import Judgement
from fengqiao.registers.organisations.tests.made import make_office

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(cast, caller):
    return caller(cast.city, "standards.see", "organisations.see")


def make_judgement(number):
    return Judgement.objects.create(
        standard="taizhou-2021",
        title="标准",
        edition="1",
        digest="0",
        on="2026-06-30",
        file=f"{number}-{Judgement.objects.count()}",
        file_digest="0",
        about={},
    )


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 7), st.integers(1, 4), st.lists(st.booleans(), max_size=8))
def test_every_row_that_was_there_comes_once(call, settings, there, limit, added):
    """`added` says between which parts a new row comes in; the list is newest first."""
    settings.API_CALLS_A_MINUTE = 10**6
    Judgement.objects.all().delete()
    first = {make_judgement(number).pk for number in range(there)}
    seen, cursor, news = [], "", iter(added)
    while cursor is not None:
        part = call("/judgements", {"limit": limit, "cursor": cursor}).json()
        seen += [row["id"] for row in part["items"]]
        cursor = part["next"]
        if next(news, False):
            make_judgement(99)
    assert sorted(seen) == sorted(set(seen))
    assert set(seen) == first
    assert seen == sorted(seen, reverse=True)


def test_a_cursor_of_another_list_or_filter_is_refused(call):
    for number in (1, 2, 3):
        make_office(number)
    cursor = call("/offices", {"limit": 1}).json()["next"]
    assert call("/offices", {"cursor": cursor, "limit": 2}).status_code == 200
    for path, query in [("/offices", {"kind": "街道"}), ("/areas", {})]:
        answer = call(path, query | {"cursor": cursor})
        assert answer.status_code == 422
        assert answer.json()["faults"][0]["field"] == "cursor"


def test_a_cursor_that_was_changed_is_refused(call):
    for number in (1, 2, 3):
        make_office(number)
    cursor = call("/offices", {"limit": 1}).json()["next"]
    for wrong in (cursor + "x", cursor[:-1], "nonsense", "::"):
        assert call("/offices", {"cursor": wrong}).status_code == 422


@pytest.mark.parametrize("limit", ["0", "201", "-1", "many", ""])
def test_a_part_has_its_bounds(call, limit):
    answer = call("/offices", {"limit": limit})
    assert (answer.status_code, answer.json()["faults"][0]["field"]) == (422, "limit")


def test_no_job_of_another_is_read(call, cast):
    job = Job.objects.create(kind="x", title="x", by=cast.clerk)
    assert call(f"/jobs/{job.pk}").status_code == 404
