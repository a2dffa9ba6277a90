"""Who was not let in is in the trail, wherever it happened, and cannot flood it."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from fengqiao.kernel.audit import refusals
from fengqiao.kernel.audit.models import Entry

pytestmark = pytest.mark.django_db


def kept(entry):
    return json.loads(entry.payload.body)


def test_a_refusal_says_what_was_asked_for_and_which_right_it_wants(cast, sign_in):
    page = "/imports/new/roster/template.xlsx"
    assert sign_in(cast.clerk).get(page, {"q": "秘密"}).status_code == 403
    entry = Entry.objects.get(act="audit.refused")
    assert (entry.by, entry.via) == (cast.clerk, "page")
    assert kept(entry) == {"address": page, "right": "imports.upload"}


def test_a_row_that_is_not_there_or_outside_is_noted_alike(city_client, cast):
    assert city_client.get(reverse("jobs:job", args=[99])).status_code == 404
    assert kept(Entry.objects.get(act="audit.not_there")) == {"address": "/jobs/99/"}


def test_an_address_that_no_page_has_is_not_noted(city_client):
    assert city_client.get("/nothing/").status_code == 404
    assert not Entry.objects.of_kind("refusal").exists()


def test_who_is_not_signed_in_leaves_no_refusal(client):
    assert client.get(reverse("jobs:job", args=[99])).status_code == 302
    assert not Entry.objects.exists()


def test_a_form_that_was_open_for_too_long_is_no_refusal(cast):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.city)
    assert client.post(reverse("jobs:again", args=[99])).status_code == 403
    assert not Entry.objects.of_kind("refusal").exists()


def test_who_tries_every_number_floods_nothing(city_client, cast, clerk_client, monkeypatch):
    monkeypatch.setattr(refusals, "MOST", 3)
    for number in range(100, 110):
        city_client.get(reverse("jobs:job", args=[number]))
    acts = Entry.objects.of_kind("refusal").filter(by=cast.city).order_by("pk")
    assert list(acts.values_list("act", flat=True)) == [
        "audit.not_there",
        "audit.not_there",
        "audit.refused_often",
    ]
    clerk_client.get(reverse("jobs:job", args=[100]))
    assert Entry.objects.of_kind("refusal").filter(by=cast.clerk).count() == 1
