"""Known holes fail the check; a service that is away is said and does not."""

import json
import sys

import pytest

from fengqiao.config.advisories import Source, holes_in_pages, holes_in_python, main, sources

CLEAN = {"dependencies": [{"name": "django", "version": "5.2.19", "vulns": []}], "fixes": []}
HOLE = {"id": "PYSEC-2026-1", "aliases": ["CVE-2026-1"], "fix_versions": ["5.2.20"]}
BAD = {"dependencies": [{"name": "django", "version": "5.2.19", "vulns": [HOLE]}]}
AWAY = {"message": "405 Method Not Allowed", "error": {"summary": ""}}


def says(text, read=holes_in_python):
    """A tool that answers so."""
    return Source("试验", [sys.executable, "-c", f"print({text!r})"], read)


@pytest.mark.parametrize(
    ("answer", "code", "words"),
    [
        (json.dumps(CLEAN), 0, "没有已知漏洞"),
        (json.dumps(BAD), 1, "django 5.2.19: PYSEC-2026-1"),
        ("", 0, "没有核对"),
        ("Traceback: no route to host", 0, "没有核对"),
        (json.dumps(AWAY), 0, "没有核对"),
    ],
)
def test_what_is_said_and_how_it_ends(capsys, answer, code, words):
    assert main([], [says(answer)]) == code
    assert words in capsys.readouterr().err


def test_a_release_wants_an_answer():
    assert main(["--strict"], [says("")]) == 1
    assert main(["--strict"], [says(json.dumps(CLEAN))]) == 0


def test_a_tool_that_is_not_there_is_as_one_that_is_away(capsys):
    assert main([], [Source("试验", ["no-such-tool"], holes_in_python)]) == 0
    assert "没有核对" in capsys.readouterr().err


def test_one_that_is_away_hides_no_hole_of_another():
    assert main([], [says(""), says(json.dumps(BAD))]) == 1


def test_a_hole_that_was_looked_at_is_accepted_by_any_of_its_names(monkeypatch):
    monkeypatch.setattr("fengqiao.config.advisories.ACCEPTED", {"CVE-2026-1": "不用这一部分"})
    assert holes_in_python(BAD) == []


def test_holes_of_the_pages_are_named():
    answer = {"vulnerabilities": {"echarts": {"severity": "high"}}}
    assert holes_in_pages(answer) == ["echarts: high"]
    assert holes_in_pages({"vulnerabilities": {}}) == []


def test_it_asks_about_what_is_locked():
    python, pages = sources()
    assert python.command[4].endswith("requirements/base.txt")
    assert "--package-lock-only" in pages.command
