"""What is wrong with a ledger: every fault in one list, with its place; nothing of it is written."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.tests.ledgers import (
    AGREED,
    ENDED_EARLY,
    FAILED,
    OPEN,
    REGISTERED,
    ledger,
    planned,
    take_in,
)
from fengqiao.lib.faults import InputRefused
from fengqiao.lib.workbook.tests.making import workbook

TOMORROW = timezone.localdate() + timedelta(days=1)

BROKEN = [
    (AGREED | {"司法所编码": "999"}, "司法所编码"),
    (AGREED | {"移送单位": "法院"}, "移送单位"),
    (AGREED | {"来源": "别人说的"}, "来源"),
    (AGREED | {"当事人": "、;"}, "当事人"),
    (AGREED | {"当事人": None}, "当事人"),
    (AGREED | {"当事人": "、".join(["周海涛"] * 301)}, "当事人"),
    (AGREED | {"案号": "号" * 61}, "案号"),
    (AGREED | {"登记日期": "2024年2月30日"}, "登记日期"),
    (AGREED | {"受理日期": None}, "受理日期"),
    (AGREED | {"受理日期": date(2024, 3, 3)}, "受理日期"),
    (AGREED | {"结案日期": date(2024, 3, 4)}, "结案日期"),
    (AGREED | {"结案日期": TOMORROW}, "结案日期"),
    (AGREED | {"结案日期": None}, "结案日期"),
    (AGREED | {"协议形式": None}, "协议形式"),
    (AGREED | {"涉及金额": -1}, "涉及金额"),
    (AGREED | {"涉及金额": 0.005}, "涉及金额"),
    (AGREED | {"涉及金额": 10**12}, "涉及金额"),
    (AGREED | {"涉及金额": "一千元"}, "涉及金额"),
    (AGREED | {"涉及人数": 1.5}, "涉及人数"),
    (AGREED | {"防止民转刑": "也许"}, "防止民转刑"),
    (FAILED | {"受理日期": None}, "受理日期"),
    (FAILED | {"协议形式": "口头"}, "协议形式"),
    (FAILED | {"履行情况": "已履行"}, "履行情况"),
    (FAILED | {"司法确认": "未申请"}, "司法确认"),
    (OPEN | {"受理日期": None}, "受理日期"),
    (OPEN | {"结案日期": date(2024, 4, 1)}, "结案日期"),
    (REGISTERED | {"受理日期": date(2024, 3, 5)}, "受理日期"),
    (REGISTERED | {"登记日期": TOMORROW}, "登记日期"),
    (ENDED_EARLY | {"结果": "当事人拒绝", "结案日期": date(2024, 3, 3)}, "结案日期"),
]


def refused(path, *rows):
    with pytest.raises(InputRefused) as refusal:
        take_in(path, *rows)
    assert not Dispute.objects.exists()
    return [(fault.sheet, fault.row, fault.column) for fault in refusal.value.faults]


@pytest.mark.parametrize(("row", "column"), BROKEN)
def test_each_fault_names_its_row_and_column(office, tmp_path, row, column):
    good = AGREED | {"案号": "另一件"}
    assert refused(tmp_path, good, row) == [("纠纷台账", 3, column)]


def test_all_faults_come_in_one_list_in_the_order_of_the_file(office, tmp_path):
    rows = [row for row, _column in BROKEN if row["案号"] == AGREED["案号"]]
    rows = [row | {"案号": f"第{at}件"} for at, row in enumerate(rows, 2)]
    found = refused(tmp_path, *rows)
    assert [row for _sheet, row, _column in found] == list(range(2, len(rows) + 2))


def test_the_same_key_twice_is_a_fault_of_each_row_that_has_it(office, tmp_path):
    other = AGREED | {
        "司法所编码": "321281104"
    }  # the same number in another office is another case
    assert refused(tmp_path, AGREED, other, AGREED | {"简要情况": "两样"}) == [
        ("纠纷台账", 2, "案号"),
        ("纠纷台账", 4, "案号"),
    ]


def test_bad_rows_are_left_out_and_named_where_that_is_asked_for(office, tmp_path):
    twice = [AGREED | {"案号": "重"}] * 2
    plan = take_in(tmp_path, AGREED, *twice, OPEN | {"案号": "坏", "来源": "?"}, skip_bad_rows=True)
    assert {fault.row for fault in plan.left_out} == {3, 4, 5}
    assert Dispute.objects.get().number == AGREED["案号"]


def test_headers_stand_in_any_order_and_width_below_a_title(office, tmp_path):
    row = AGREED | {"登记日期": "2024年3月4日", "受理日期": "20240305", "结案日期": "2024/3/20"}
    headers = list(reversed(AGREED))
    wide = [header.replace("日期", " 日期*") for header in headers]
    cells = [row[header] for header in headers]
    cells[headers.index("司法所编码")] = "３２１２０２００７"
    cells[headers.index("案号")] = "（2024）京泰人调字第３号"
    cells[headers.index("当事人")] = "周海涛；钱春梅;孙立"
    file = workbook(tmp_path / "a.xlsx", 纠纷台账=[["某所台账"], wide, cells], 说明=[["x"]])
    plan = planned(file)
    assert [fault.sheet for fault in plan.warnings] == ["说明", "纠纷台账"]
    found = plan.content.row(0)
    assert (found["office"], found["number"]) == (AGREED["司法所编码"], AGREED["案号"])
    assert (found["registered_on"], found["ended_on"]) == (date(2024, 3, 4), date(2024, 3, 20))
    assert found["parties"] == ("周海涛", "钱春梅", "孙立")


def test_a_workbook_without_the_sheet_or_a_required_column_is_refused(office, tmp_path):
    with pytest.raises(InputRefused, match="缺少工作表“纠纷台账”"):
        planned(workbook(tmp_path / "a.xlsx", 台账=[["案号"]]))
    headers = [header for header in AGREED if header != "来源"]
    with pytest.raises(InputRefused) as refusal:
        planned(ledger(tmp_path, [AGREED], headers))
    assert [(fault.row, fault.column) for fault in refusal.value.faults] == [(0, "来源")]


def test_a_row_beyond_ones_area_is_a_fault(office, tmp_path):
    with pytest.raises(InputRefused) as refusal:
        planned(ledger(tmp_path, [AGREED]), by=office.stranger)
    assert [fault.column for fault in refusal.value.faults] == ["司法所编码"]
    for person in (office.clerk, office.bureau):
        assert planned(ledger(tmp_path, [AGREED]), by=person).sections[0].count == 1
    with pytest.raises(InputRefused):
        planned(ledger(tmp_path, [AGREED]), by=office.mediator)
