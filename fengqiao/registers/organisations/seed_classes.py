"""The classes of the demo city, confirmed by the same act as on the page, beside what was proposed."""

from collections import defaultdict
from datetime import date
from typing import Any

from fengqiao.kernel.accounts.models import User
from fengqiao.registers.organisations.actions import confirm_class
from fengqiao.registers.organisations.models import OfficeFact
from fengqiao.registers.organisations.proposals import Proposal, proposal_on
from fengqiao.registers.organisations.seeds import SIZES, classes_on
from fengqiao.registers.organisations.selection import rows_on

WHY_LARGER = "辖区有开发区,外来人口多,矫正和调解任务重,按高一档认定"
WHY_SMALLER = "人口外流,实际工作量少于统计数,按低一档认定"


def confirm_classes(on: date, by: User) -> None:
    """What is confirmed already is left as it is; a few offices stay without a class."""
    wanted, values = classes_on(on), _values(on, by)
    for row in rows_on(on, by).select_related("office"):
        size = wanted.get(row.code)
        if size is None or size == row.size:
            continue
        proposal = proposal_on(on, values[row.office_id])
        confirm_class(
            office=row.office, size=size, why=_why(size, proposal), on=on, by=by, **proposal.kept()
        )


def _values(on: date, by: User) -> dict[int, dict[str, Any]]:
    values: dict[int, dict[str, Any]] = defaultdict(dict)
    for row in OfficeFact.objects.visible_to(by).on(on):
        values[row.office_id][row.fact] = row.cell
    return values


def _why(size: str, proposal: Proposal) -> str:
    """Only who departs from the proposal gives a reason."""
    if not proposal.size or size == proposal.size:
        return ""
    larger = SIZES.index(size) < SIZES.index(proposal.size)
    return WHY_LARGER if larger else WHY_SMALLER
