"""The rows behind a fact: full for the office, without names and texts for who looks from above."""

import io

import openpyxl
import pytest

from fengqiao.kernel.accounts.enums import Role
from fengqiao.oversight.standards.behind import left_out, rows_behind
from fengqiao.oversight.standards.keeping import detail_of
from fengqiao.oversight.standards.tests.test_pages import ROW

FACT = "staff_total"


@pytest.fixture
def people(judgement):
    return [row["name"] for row in detail_of(judgement.offices.get(row=ROW)).evidence[FACT]]


def address(judgement):
    return f"/standards/judgements/{judgement.pk}/offices/{ROW}/facts/{FACT}/"


def exported(page, judgement):
    query = {"office": ROW, "fact": FACT}
    answer = page.get(f"/standards/judgements/{judgement.pk}/export/rows/", query)
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(answer))).active
    return str([[cell.value for cell in row] for row in sheet])


@pytest.mark.parametrize("who", ["clerk", "director"])
def test_the_office_reads_the_names(who, cast, sign_in, judgement, people):
    page = sign_in(getattr(cast, who))
    shown = page.get(address(judgement)).content.decode()
    assert all(name in shown for name in people)
    assert "已遮盖" not in shown
    assert all(name in exported(page, judgement) for name in people)


@pytest.mark.parametrize("who", ["bureau", "city"])
def test_a_bureau_reads_as_many_rows_without_names(who, cast, sign_in, judgement, people):
    page = sign_in(getattr(cast, who))
    answer = page.get(address(judgement))
    shown = answer.content.decode()
    assert len(answer.context["rows"]["rows"]) == len(people)
    assert not any(name in shown for name in people)
    assert f"{people[0][0]}**" in shown
    assert "已遮盖" in shown
    assert not any(name in exported(page, judgement) for name in people)


def test_who_works_in_another_office_and_for_the_bureau_sees_as_the_bureau(
    cast, sign_in, judgement, people
):
    """Of an office that the register does not know nobody is the office."""
    cast.clerk.grants.update(role=Role.CITY_BUREAU)
    shown = sign_in(cast.clerk).get(address(judgement)).content.decode()
    assert not any(name in shown for name in people)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"room": "依法治理室"}, ""),
        ({"name": "张三"}, "姓名已遮盖,完整明细由本所查看。"),
        ({"fact": "走访", "subject": "张三"}, "对象、评分人和来源不显示,完整明细由本所查看。"),
    ],
)
def test_only_what_is_left_out_is_said_to_be(row, said):
    assert left_out([row]) == said


def test_texts_that_may_name_somebody_stay_in_the_office():
    row = {
        "fact": "走访",
        "subject": "张三",
        "rater": "李四",
        "source": "王五来信",
        "value": 1,
        "period_from": "2024-01-01",
    }
    (seen,) = rows_behind([row], full=False)
    assert seen == {"fact": "走访", "value": 1, "period_from": "2024-01-01"}
    assert rows_behind([row], full=True) == [row]
