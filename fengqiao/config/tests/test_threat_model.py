"""The page of threats names tests that are there."""

import re

import pytest

from fengqiao.config.home import ROOT

PAGE = (ROOT / "docs/threat-model.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`((?:fengqiao|tests)/[\w/]+\.py)(?:::(\w+))?`", PAGE)))


def test_every_row_of_guards_names_a_test():
    rows = PAGE.split("## 从哪里进来")[1].split("## 挡不住的")[0].splitlines()[4:]
    bare = [row for row in rows if row.startswith("|") and "test_" not in row]
    assert bare == []
    assert len(rows) > 20


@pytest.mark.parametrize(("path", "name"), NAMED)
def test_what_it_names_is_there(path, name):
    text = (ROOT / path).read_text(encoding="utf-8")
    assert not name or re.search(rf"^def {name}\(", text, re.MULTILINE)


def test_the_readme_leads_to_it():
    assert "docs/threat-model.md" in (ROOT / "README.md").read_text(encoding="utf-8")
