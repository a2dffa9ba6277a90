"""The examples of docs/api.md, as they stand there, in a shell, against a server."""

import json
import os
import re
import subprocess

import pytest

from fengqiao.config.home import ROOT
from fengqiao.kernel.api.tests.conftest import token_of  # noqa: F401 - a fixture
from fengqiao.kernel.jobs.models import Job
from fengqiao.kernel.jobs.running import run
from fengqiao.oversight.standards.judging import judge_and_keep
from fengqiao.registers.organisations.tests.made import SINCE, make_office

RIGHTS = ("standards.see", "standards.judge", "organisations.see", "disputes.list")


def examples():
    """The commands of the page, in their order."""
    text = (ROOT / "docs/api.md").read_text(encoding="utf-8")
    shells = "\n".join(re.findall(r"```sh\n(.*?)```", text, re.DOTALL)).replace("\\\n", " ")
    return [line for line in shells.splitlines() if line.startswith("curl")]


@pytest.mark.django_db(transaction=True)
def test_every_example_of_the_page_works(live_server, cast, token_of, settings, tmp_path):  # noqa: F811
    settings.HOME = tmp_path
    office = make_office(1)
    kept = judge_and_keep(standard="taizhou-2021", on=SINCE.replace(year=2026), by=None)
    known = {
        "HOST": live_server.url,
        "TOKEN": token_of(cast.city, *RIGHTS)[1],
        "OFFICE": office.names.get().code,
        "JUDGEMENT": str(kept.pk),
    }
    answers = []
    for command in examples():
        job = Job.objects.filter(by=cast.city).first()
        environment = os.environ | known | ({"JOB": str(job.pk)} if job else {})
        said = subprocess.check_output(["bash", "-c", command], env=environment, text=True)
        answers.append(json.loads(said))
    assert [answer.get("status", 200) for answer in answers] == [200] * len(answers)
    assert len(answers) == 11
    assert answers[-2]["state"] == answers[-1]["state"] == "waiting"
    run(answers[-1]["id"])
    assert Job.objects.get(by=cast.city).state == "done"
