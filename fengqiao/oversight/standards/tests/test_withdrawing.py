"""A judgement that was a mistake is withdrawn with its reason: it opens, and counts for nothing."""

import json
from datetime import date
from io import BytesIO

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from openpyxl import load_workbook

from fengqiao.kernel.api.tests.conftest import caller, token_of  # noqa: F401 - fixtures
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.jobs.models import Job, State
from fengqiao.kernel.jobs.running import run
from fengqiao.lib.faults import InputRefused
from fengqiao.lib.typography import typeset
from fengqiao.oversight.standards import tasks, withdrawing
from fengqiao.oversight.standards.keeping import keep
from fengqiao.oversight.standards.models import Judgement
from fengqiao.oversight.standards.reporting import folder

WHY = "评定日填错"


@pytest.fixture
def address(judgement):
    return reverse("standards:withdraw", args=[judgement.pk])


@pytest.fixture
def withdrawn(judgement):
    withdrawing.withdraw(judgement, why=WHY, by=judgement.by)
    return judgement


def test_a_judgement_is_withdrawn_on_its_page_and_stands_in_the_trail(
    judgement, address, city_client
):
    city = reverse("standards:city", args=[judgement.pk])
    assert address in city_client.get(city).content.decode()
    response = city_client.post(address, {"why": f" {WHY} "}, follow=True)
    assert response.redirect_chain == [(city, 302)]
    text = response.content.decode()
    assert typeset("本次评定已作废,不再作为依据。") in text
    assert WHY in text
    assert address not in text
    entry = Entry.objects.about(judgement).get(act="standards.withdrawn")
    assert json.loads(entry.payload.body)["why"] == WHY


def test_a_program_withdraws_it_as_the_page_does(judgement, cast, caller):  # noqa: F811
    call = caller(cast.city, "standards.see", "standards.judge")
    path = f"/judgements/{judgement.pk}/withdraw"
    for why in ("", "  ", "\x1f"):
        assert call.post(path, {"why": why}).status_code == 422
    assert not Judgement.objects.withdrawn().exists()
    answer = call.post(path, {"why": f" {WHY} "})
    assert (answer.status_code, answer.json()["withdrawn_why"]) == (200, WHY)
    assert answer.json()["withdrawn_at"]
    assert call.post(path, {"why": "另一个理由"}).status_code == 422
    entry = Entry.objects.about(judgement).get(act="standards.withdrawn")
    assert json.loads(entry.payload.body)["why"] == WHY


def test_a_program_of_who_may_not_is_refused(judgement, cast, caller):  # noqa: F811
    path = f"/judgements/{judgement.pk}/withdraw"
    call = caller(cast.clerk, "standards.see", "standards.judge")
    assert call.post(path, {"why": WHY}).status_code == 403
    assert not Judgement.objects.withdrawn().exists()


@pytest.mark.parametrize("why", ["", "  ", "因" * 301])
def test_a_reason_is_a_must(why, judgement, address, city_client):
    assert city_client.post(address, {"why": why}).status_code == 400
    assert Judgement.objects.current().get() == judgement


def test_what_is_withdrawn_is_withdrawn_once(withdrawn, address, city_client):
    with pytest.raises(InputRefused, match="作废"):
        withdrawing.withdraw(withdrawn, why="另一个理由", by=withdrawn.by)
    assert city_client.post(address, {"why": "另一个理由"}).status_code == 400
    assert Judgement.objects.get().withdrawn_why == WHY


def test_the_database_refuses_a_withdrawal_without_a_reason(withdrawn):
    with pytest.raises(IntegrityError), transaction.atomic():
        Judgement.objects.update(withdrawn_why="")


@pytest.mark.parametrize("page", ["city", "district", "offices", "office", "fact"])
def test_every_page_of_it_opens_with_a_banner(page, withdrawn, city_client):
    arguments = {"office": [1], "fact": [1, "staff_total"]}
    url = reverse(f"standards:{page}", args=[withdrawn.pk, *arguments.get(page, [])])
    query = {"district": "海陵区"} if page == "district" else {}
    answer = city_client.get(url, query)
    assert answer.status_code == 200
    assert typeset("本次评定已作废") in answer.content.decode()


def test_it_is_no_longer_the_newest(withdrawn, judged, behind, city_client):
    overview = reverse("standards:overview")
    assert city_client.get(overview).status_code == 200  # what to do first
    earlier = keep(judged, behind, by=None)
    Judgement.objects.filter(pk=withdrawn.pk).update(kept_at="2099-01-01T00:00:00+08:00")
    assert city_client.get(overview).url == reverse("standards:city", args=[earlier.pk])
    today = city_client.get("/")
    assert today.context["judgement"] == earlier


def test_the_list_shows_it_apart_with_its_reason(withdrawn, judged, behind, city_client):
    current = keep(judged, behind, by=None)
    address = reverse("standards:judgements")
    listed = city_client.get(address)
    assert list(listed.context["page"].rows) == [current]
    assert "已作废的评定" in listed.content.decode()
    apart = city_client.get(address, {"withdrawn": ""})
    assert list(apart.context["page"].rows) == [withdrawn]
    assert WHY in apart.content.decode()


def test_no_later_judgement_is_compared_with_it(withdrawn, judged, behind, city_client):
    later = keep(judged, behind, by=None)
    Judgement.objects.filter(pk=withdrawn.pk).update(on=date(2020, 12, 31))
    page = city_client.get(reverse("standards:city", args=[later.pk]))
    assert page.context["before"] is None


def test_no_report_of_it_is_made_or_handed_out(withdrawn, city_client):
    city = reverse("standards:city", args=[withdrawn.pk])
    order = reverse("standards:report", args=[withdrawn.pk])
    download = reverse("standards:download", args=[withdrawn.pk, "json"])
    for response in (city_client.post(order, {"form": "json"}), city_client.get(download)):
        assert (response.status_code, response.url) == (302, city)
    assert not Job.objects.exists()


def test_a_report_that_was_ordered_before_is_not_written(judgement):
    job = tasks.start_report(judgement, "json", by=judgement.by)
    withdrawing.withdraw(judgement, why=WHY, by=judgement.by)
    run(job.pk)
    job.refresh_from_db()
    assert (job.state, list(folder().iterdir())) == (State.REFUSED, [])


def test_a_list_that_is_taken_out_says_so(withdrawn, city_client):
    url = reverse("standards:export", args=[withdrawn.pk, "offices"])
    content = city_client.get(url).content
    notes = [row[0] for row in load_workbook(BytesIO(content)).active.values][:5]
    assert any("作废" in str(note) and WHY in str(note) for note in notes)


def test_programs_list_it_apart(cast, caller, withdrawn):  # noqa: F811
    call = caller(cast.city, "standards.see")
    assert call("/judgements").json()["items"] == []
    (apart,) = call("/judgements", {"withdrawn": "true"}).json()["items"]
    assert (apart["id"], apart["withdrawn_why"]) == (withdrawn.pk, WHY)
    assert call(f"/judgements/{withdrawn.pk}").json()["withdrawn_at"]
