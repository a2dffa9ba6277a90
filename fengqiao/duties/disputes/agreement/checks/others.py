"""Who is no party of the case, and who cannot give away what is his."""

from collections.abc import Iterator

from fengqiao.duties.disputes.agreement.draft import Draft, Finding
from fengqiao.duties.disputes.enums import Capacity, Severity, Subject

BINDS = "《人民调解法》第三十一条"
WARDS = "《民法典》第三十五条"


def outsider_owes(draft: Draft) -> Iterator[Finding]:
    for duty in draft.duties:
        if duty.debtor and not duty.debtor.is_party:
            says = (
                f"{duty.debtor.name}不是本件当事人,协议只约束当事人;"
                "他愿意承担的,请先把他补为当事人,由他签名"
            )
            yield Finding(Severity.MEND, says, duty.row, BINDS if draft.is_peoples else "")


def outsider_gets(draft: Draft) -> Iterator[Finding]:
    for duty in draft.duties:
        if duty.creditor and not duty.creditor.is_party:
            says = f"{duty.creditor.name}不是本件当事人,请写明为什么向他履行、怎样交付"
            yield Finding(Severity.LOOK, says, duty.row)


def ward_gives(draft: Draft) -> Iterator[Finding]:
    for duty in draft.of(Subject.MONEY, Subject.GOODS, Subject.TITLE):
        if duty.debtor and duty.debtor.capacity != Capacity.FULL:
            says = "监护人除为维护被监护人利益外,不得处分被监护人的财产;请核对由谁承担"
            yield Finding(Severity.LOOK, says, duty.row, WARDS)
