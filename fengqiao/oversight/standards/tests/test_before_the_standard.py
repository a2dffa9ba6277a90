"""A day on which the standard was not in force is refused where it is typed, not by the worker later."""

import pytest
from django.urls import reverse

from fengqiao.kernel.api.tests.conftest import caller, token_of  # noqa: F401 - fixtures
from fengqiao.kernel.jobs.models import Job
from fengqiao.lib.typography import typeset
from fengqiao.oversight.standards.tests.conftest import STANDARD
from fengqiao.rulebook.packs import load
from fengqiao.rulebook.titles import refuse_not_in_force

pytestmark = pytest.mark.django_db

SAID = "2021-08-18没有施行中的"
DAY_BEFORE = {"standard": STANDARD, "on": "2021-08-18"}


def test_the_page_says_so_at_the_field(city_client):
    response = city_client.post(reverse("standards:judge"), DAY_BEFORE)
    assert response.status_code == 400
    assert response.content.decode().count(SAID) == 2  # in the list on top, and at the field
    assert not Job.objects.exists()


def test_programs_are_told_the_same(cast, caller):  # noqa: F811
    answer = caller(cast.city, "standards.judge").post("/judgements", DAY_BEFORE)
    assert answer.status_code == 422
    (fault,) = answer.json()["faults"]
    assert fault["field"] == "on"
    assert typeset(SAID) in fault["text"]
    assert not Job.objects.exists()


def test_the_first_day_is_accepted(city_client):
    sent = DAY_BEFORE | {"on": "2021-08-19"}
    assert city_client.post(reverse("standards:judge"), sent).status_code == 302


def test_what_is_known_without_the_rules_is_what_the_rules_say():
    for edition in load(STANDARD).editions:
        refuse_not_in_force(STANDARD, edition.valid_from)


def test_the_address_may_suggest_the_day(city_client):
    text = city_client.get(f"{reverse('standards:judge')}?on=2024-06-30").content.decode()
    assert 'value="2024-06-30"' in text
