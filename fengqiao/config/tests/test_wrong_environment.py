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


SERVE = [sys.executable, "-P", "-m", "fengqiao.config.serving", "127.0.0.1", "8000"]
WSGI = [sys.executable, "-P", "-c", "import fengqiao.config.wsgi"]


def migrate(**given):
    return started(MIGRATE, **given)


def started(words, **given):
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **given}
    return subprocess.run(words, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", WRONG)
def test_it_is_said_in_one_sentence(name, tmp_path):
    variable, value = WRONG[name]
    said = migrate(**{"FENGQIAO_HOME": str(tmp_path), variable: value})
    assert (said.returncode, said.stdout) == (1, "")
    assert variable in said.stderr
    assert said.stderr.count("\n") == 1
    assert "hidden" not in said.stderr


@pytest.mark.parametrize("words", [SERVE, WSGI], ids=["our server", "another server"])
def test_a_web_server_says_it_in_one_sentence_too(words, tmp_path):
    said = started(words, FENGQIAO_HOME=str(tmp_path), DATABASE_URL="nonsense")
    assert (said.returncode, said.stdout) == (1, "")
    assert "DATABASE_URL" in said.stderr
    assert said.stderr.count("\n") == 1
