"""A judged city: the sample roster, judged and kept."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from fengqiao.kernel.accounts.models import User
from fengqiao.oversight.standards.keeping import keep
from fengqiao.oversight.standards.models import Judgement

SAMPLE = Path(settings.BASE_DIR) / "tests/data/roster/taizhou-sample.xlsx"
STANDARD = "taizhou-2021"


@pytest.fixture(scope="session")
def tables():
    from fengqiao.rulebook.roster import read

    return read(SAMPLE).tables_on(date(2021, 12, 31))


@pytest.fixture(autouse=True)
def own_home(settings, tmp_path):
    settings.HOME = tmp_path


@pytest.fixture(scope="session")
def judged(tables):
    from fengqiao.rulebook.judge import judge
    from fengqiao.rulebook.packs import load

    return judge(load(STANDARD).edition_on(tables.on), tables)


@pytest.fixture(scope="session")
def behind(tables):
    from fengqiao.rulebook.packs import load
    from fengqiao.rulebook.rows import Evidence

    return Evidence(load(STANDARD).edition_on(tables.on), tables)


@pytest.fixture
def judgement(db, judged, behind) -> Judgement:
    by = User.objects.create_user("judge", name="评定人")
    return keep(judged, behind, by=by, city="321200")
