"""Whether what is agreed can be done on its days."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from fengqiao.duties.disputes.agreement.draft import Draft, Finding
from fengqiao.duties.disputes.enums import Severity

LONG = timedelta(days=3653)  # ten years: rarely meant, often a slip in the year


def not_before(draft: Draft) -> Iterator[Finding]:
    for duty in draft.duties:
        early = [day for day in duty.days if draft.earliest and day < draft.earliest]
        if early and draft.earliest:
            says = f"{_said(min(early))}早于签订协议的{_said(draft.earliest)}"
            yield Finding(Severity.MEND, says, duty.row)


def in_order(draft: Draft) -> Iterator[Finding]:
    for duty in draft.duties:
        days = [part.due_on for part in duty.parts]
        if any(later <= earlier for earlier, later in pairwise(days)):
            yield Finding(Severity.MEND, "各期的日期应一期比一期晚", duty.row)


def last_part(draft: Draft) -> Iterator[Finding]:
    for duty in draft.duties:
        if duty.parts and duty.due_on and duty.parts[-1].due_on != duty.due_on:
            last = _said(duty.parts[-1].due_on)
            says = f"最后一期是{last},与履行期限{_said(duty.due_on)}不一致"
            yield Finding(Severity.MEND, says, duty.row)


def far_off(draft: Draft) -> Iterator[Finding]:
    for duty in draft.duties:
        if draft.earliest and any(day - draft.earliest > LONG for day in duty.days):
            yield Finding(Severity.LOOK, "期限在十年以后,请核对年份", duty.row)


def once_or_later(draft: Draft) -> Iterator[Finding]:
    for duty in draft.duties:
        if duty.at_once and (duty.parts or duty.due_on):
            yield Finding(Severity.MEND, "写了当场履行,又写了期限,请留一个", duty.row)


def _said(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
