"""Whoever names a clause of the plan names one that is there."""

import re

from tests.manners.source import ROOT, files, product_files, relative

KNOWN = set(
    re.findall(r"^\| (\d\.\d\.[a-z]) \|", (ROOT / "docs/clauses.md").read_text("utf-8"), re.M)
)
NAMED = re.compile(r"""clause["']?\s*[=:]\s*["']?(\d\.\d(?:\.[a-z])?)\b""")


def test_the_plan_has_its_clauses():
    assert len(KNOWN) == 59


def test_every_clause_that_is_named_exists():
    wrong = [
        (relative(path), clause)
        for path in [*product_files(), *files("rulepacks/taizhou-2021/*.yaml")]
        for clause in NAMED.findall(path.read_text(encoding="utf-8"))
        if not any(known == clause or known.startswith(clause + ".") for known in KNOWN)
    ]
    assert wrong == []
