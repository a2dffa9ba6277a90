"""Three offices in two districts, with a ledger of three months taken in."""

from datetime import date

import pytest

from fengqiao.duties.disputes.tests.ledgers import AGREED, FAILED, OPEN, take_in
from fengqiao.duties.disputes.tests.test_figures import place

HERE, BESIDE, THERE = "321202007", "321202008", "321281104"


@pytest.fixture
def offices(db):
    return [place(code) for code in (HERE, BESIDE, THERE)]


@pytest.fixture
def ledger(offices, tmp_path):
    """March 2024: four cases accepted here, one there; February: one here."""
    february = {"登记日期": date(2024, 2, 5), "受理日期": date(2024, 2, 6)}
    take_in(
        tmp_path,
        AGREED,
        AGREED | {"案号": "2", "来源": "主动调解", "纠纷类型": "合同", "防止群体性事件": "是"},
        FAILED | {"案号": "3"},
        OPEN | {"案号": "4"},
        OPEN | {"案号": "5"} | february,
        AGREED | {"案号": "6", "司法所编码": THERE, "涉及金额": 50},
    )
