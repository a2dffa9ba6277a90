"""Whether the amounts of an agreement agree with each other."""

from collections.abc import Iterator
from decimal import Decimal

from fengqiao.duties.disputes.agreement.draft import Draft, Finding
from fengqiao.duties.disputes.enums import Severity
from fengqiao.lib import rmb


def positive(draft: Draft) -> Iterator[Finding]:
    for duty in draft.duties:
        amounts = [duty.amount, *(part.amount for part in duty.parts)]
        if any(one is not None and one <= 0 for one in amounts):
            yield Finding(Severity.MEND, "金额应大于零", duty.row)


def instalments(draft: Draft) -> Iterator[Finding]:
    for duty in draft.duties:
        parts = sum((part.amount for part in duty.parts), Decimal(0))
        if duty.parts and duty.amount is not None and parts != duty.amount:
            says = f"各期合计{parts:,.2f}元,与金额{duty.amount:,.2f}元不一致"
            yield Finding(Severity.MEND, says, duty.row)


def total(draft: Draft) -> Iterator[Finding]:
    if draft.total is not None and draft.total != draft.sum:
        says = f"金额合计写的是{draft.total:,.2f}元,各项之和是{draft.sum:,.2f}元"
        yield Finding(Severity.MEND, says)


def words(draft: Draft) -> Iterator[Finding]:
    if not draft.total_words.strip():
        return
    said = rmb.read(draft.total_words)
    figures = draft.sum if draft.total is None else draft.total
    if said is None:
        yield Finding(Severity.MEND, f"金额合计的大写认不出,应为{_capitals(figures)}")
    elif said != figures:
        says = f"金额合计的大写是{said:,.2f}元,数字是{figures:,.2f}元,应为{_capitals(figures)}"
        yield Finding(Severity.MEND, says)


def _capitals(amount: Decimal) -> str:
    return rmb.capitals(min(max(amount, Decimal(0)), rmb.MOST).quantize(rmb.CENT))
