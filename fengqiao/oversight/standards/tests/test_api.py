"""Judgements through the API: the keys and values of the judgement file, within the same rights."""

from urllib.parse import quote

import pytest

from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.api.tests.conftest import caller, token_of  # noqa: F401 - fixtures
from fengqiao.kernel.jobs.models import Job
from fengqiao.kernel.jobs.running import run
from fengqiao.oversight.standards.models import JudgedOffice, Judgement
from fengqiao.registers.organisations.tests.made import SINCE, make_office

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(cast, caller):  # noqa: F811
    return caller(cast.city, "standards.see", "standards.judge")


def test_a_judgement_is_told_as_the_judgement_file_has_it(call, judgement, judged):
    contract = judged.to_contract()
    said = call(f"/judgements/{judgement.pk}").json()
    assert said["districts"] == contract["districts"]
    assert [said[key] for key in ("standard", "edition", "as_of")] == [
        contract[key] for key in ("standard", "edition", "as_of")
    ]
    for office in contract["offices"]:
        assert call(f"/judgements/{judgement.pk}/offices/{office['code']}").json() == office


def test_the_offices_of_a_judgement_are_narrowed_as_the_page_is(call, judgement):
    path = f"/judgements/{judgement.pk}/offices"
    for query, where in [
        ({"meets": "met"}, {"meets": True}),
        ({"meets": "unknown"}, {"meets": None}),
        ({"district": "海陵区"}, {"district": "海陵区"}),
        ({"size": "大型", "meets": "unmet"}, {"size": "大型", "meets": False}),
    ]:
        rows = call(path, query | {"limit": 200}).json()["items"]
        wanted = JudgedOffice.objects.filter(judgement=judgement, **where)
        assert [row["code"] for row in rows] == sorted(wanted.values_list("code", flat=True))
    assert call(path, {"meets": "perhaps"}).status_code == 422


def test_the_newest_judgement_comes_first(call, judgement):
    (head,) = call("/judgements").json()["items"]
    assert (head["id"], head["as_of"]) == (judgement.pk, "2021-12-31")


def test_judging_makes_a_judgement_that_the_job_names(call, caller, cast):  # noqa: F811
    make_office(1)
    body = {"standard": "taizhou-2021", "on": "2026-06-30"}
    job = call.post("/judgements", body).json()
    run(Job.objects.get().pk)
    done = call(f"/jobs/{job['id']}").json()
    assert (done["state"], done["made"]) == ("done", Judgement.objects.get().pk)
    assert call(f"/judgements/{done['made']}").json()["as_of"] == "2026-06-30"
    other = caller(cast.director, "standards.see")
    assert other(f"/jobs/{job['id']}").status_code == 404


def test_an_office_of_another_area_is_not_there(cast, caller, judgement):  # noqa: F811
    row = JudgedOffice.objects.filter(judgement=judgement).first()
    JudgedOffice.objects.filter(pk=row.pk).update(office=make_office(1))
    cast.clerk.grants.all().delete()
    cast.clerk.grants.create(role=Role.ASSISTANT, area=make_office(2), begins_on=SINCE)
    call = caller(cast.clerk, "standards.see")
    assert call(f"/judgements/{judgement.pk}/offices/{row.code}").status_code == 404
    assert call("/judgements").json()["items"] == []


def test_who_may_not_judge_is_refused(cast, caller):  # noqa: F811
    body = {"standard": "taizhou-2021", "on": "2026-06-30"}
    answer = caller(cast.clerk, "standards.judge").post("/judgements", body)
    assert (answer.status_code, Job.objects.count()) == (403, 0)


@pytest.mark.parametrize("code", ["a/b", "50%", "两 个"])
def test_an_office_is_asked_for_by_its_code_whatever_it_is(call, judgement, code):
    JudgedOffice.objects.filter(judgement=judgement, row=1).update(code=code)
    said = call(f"/judgements/{judgement.pk}/offices/{quote(code, safe='')}").json()
    assert said["code"] == code


@pytest.mark.parametrize("path", ["", "/offices", "/offices/321202001"])
def test_the_queries_are_few(call, judgement, queries, path):
    code = JudgedOffice.objects.filter(judgement=judgement).first().code
    url = f"/judgements/{judgement.pk}{path}".replace("321202001", code)
    assert len(queries(lambda: call(url))) <= 7
