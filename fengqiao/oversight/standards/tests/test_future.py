"""A day to come cannot be judged: the registers do not know yet what will hold on it."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from fengqiao.config import cli
from fengqiao.kernel.api.tests.conftest import caller, token_of  # noqa: F401 - fixtures
from fengqiao.kernel.jobs.models import Job
from fengqiao.lib.faults import InputRefused
from fengqiao.lib.typography import typeset
from fengqiao.oversight.standards.judging import judge_and_keep
from fengqiao.oversight.standards.models import Judgement
from fengqiao.oversight.standards.tests.conftest import SAMPLE, STANDARD
from fengqiao.registers.organisations.tests.made import make_office

pytestmark = pytest.mark.django_db

SAID = "评定日不能晚于今天"


@pytest.fixture
def tomorrow() -> date:
    return timezone.localdate() + timedelta(days=1)


@pytest.fixture
def command(tmp_path):
    def run(*source, on):
        out = tmp_path / "judged.json"
        arguments = ["--standard", STANDARD, "--on", on.isoformat(), "--out", str(out)]
        return cli.main(["judge", *map(str, source), *arguments]), out.exists()

    return run


def test_the_page_says_so_at_the_field(tomorrow, city_client):
    sent = {"standard": STANDARD, "on": tomorrow.isoformat()}
    response = city_client.post(reverse("standards:judge"), sent)
    assert response.status_code == 400
    assert typeset(SAID) in response.content.decode()
    assert not Job.objects.exists()


def test_today_is_accepted(city_client):
    sent = {"standard": STANDARD, "on": timezone.localdate().isoformat()}
    assert city_client.post(reverse("standards:judge"), sent).status_code == 302
    assert Job.objects.exists()


def test_programs_are_told_the_same(tomorrow, cast, caller):  # noqa: F811
    call = caller(cast.city, "standards.judge")
    answer = call.post("/judgements", {"standard": STANDARD, "on": tomorrow.isoformat()})
    assert answer.status_code == 422
    assert SAID in answer.json()["faults"][0]["text"]


def test_nothing_is_kept_of_it_through_any_door(tomorrow):
    make_office(1)
    with pytest.raises(InputRefused, match=SAID):
        judge_and_keep(standard=STANDARD, on=tomorrow, by=None)
    assert not Judgement.objects.exists()


def test_the_command_refuses_it_for_what_is_stored(tomorrow, command, capsys):
    make_office(1)
    assert command("--from-database", on=tomorrow) == (cli.REFUSED, False)
    assert typeset(SAID) in capsys.readouterr().err


def test_a_roster_in_a_file_is_judged_for_the_day_that_is_asked(tomorrow, command):
    assert command(SAMPLE, on=tomorrow) == (cli.DONE, True)
