"""Whoever names a rule of law names one that is there."""

import re

from fengqiao.rulebook.statutes import load
from tests.manners.source import product_files, relative

NAMED = re.compile(r"""["'`]((?:MED|DAY|PRV|KEP|REC|GOV|AID|GUI)-\d\d)["'`]""")


def test_every_rule_that_code_names_exists():
    known = {rule.id for subject in load().subjects for rule in subject.rules}
    wrong = [
        (relative(path), id)
        for path in product_files()
        for id in NAMED.findall(path.read_text(encoding="utf-8"))
        if id not in known
    ]
    assert wrong == []


def test_every_rule_says_where_it_is_written():
    assert [
        rule.id
        for subject in load().subjects
        for rule in subject.rules
        for value in rule.values
        if value.verified and not re.search(r"《.+》第.+条", value.cite)
    ] == []
