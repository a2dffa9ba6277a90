"""Agreements: obligations as rows, the text made from them, and what is looked at before one signs.

Others print an agreement by `lines(case)` and `text(case)`; the rows are `case.obligations`.
"""

from fengqiao.duties.disputes.agreement.reading import draft_of, has_rows
from fengqiao.duties.disputes.agreement.wording import Named, lines_of
from fengqiao.duties.disputes.models import Dispute

__all__ = ["draft_of", "has_rows", "lines", "text"]


def lines(case: Dispute, named: Named = str) -> list[str]:
    """The clauses, from the rows; what was written freely line by line, where there are none."""
    if has_rows(case):
        return lines_of(draft_of(case), named)
    return case.agreement.splitlines()


def text(case: Dispute) -> str:
    """As it was agreed; before that as it would be."""
    return case.agreement or "\n".join(lines(case))
