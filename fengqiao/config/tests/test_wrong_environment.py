"""What an administrator set wrong is said in a sentence that names it, with exit 1."""

import os
import subprocess
import sys

import pytest

from fengqiao.config.home import ROOT

MIGRATE = [sys.executable, "-P", "-m", "fengqiao.config.cli", "migrate"]
WRONG = {
    "a file as home": ("FENGQIAO_HOME", "/etc/passwd"),
    "a home that cannot be made": ("FENGQIAO_HOME", "/proc/nowhere/home"),
    "no address": ("DATABASE_URL", "nonsense"),
    "another database": ("DATABASE_URL", "mysql://somebody:hidden@db.example/x"),
    "no number of proxies": ("FENGQIAO_PROXIES", "one"),
    "a negative number": ("FENGQIAO_IDLE_MINUTES", "-1"),
    "no number of hours": ("FENGQIAO_SESSION_HOURS", "12h"),
}


def migrate(**given):
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **given}
    return subprocess.run(MIGRATE, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", WRONG)
def test_it_is_said_in_one_sentence(name, tmp_path):
    variable, value = WRONG[name]
    said = migrate(**{"FENGQIAO_HOME": str(tmp_path), variable: value})
    assert (said.returncode, said.stdout) == (1, "")
    assert variable in said.stderr
    assert said.stderr.count("\n") == 1
    assert "hidden" not in said.stderr
