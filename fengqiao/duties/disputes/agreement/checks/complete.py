"""Whether an agreement says who, what, when and how (人民调解法 29)."""

from collections.abc import Iterator

from fengqiao.duties.disputes.agreement.draft import Draft, Duty, Finding
from fengqiao.duties.disputes.enums import Severity, Subject

CONTENT = "《人民调解法》第二十九条"
OWED_TO_SOMEBODY = (Subject.MONEY, Subject.GOODS, Subject.APOLOGY, Subject.CARE)
FROM_NOW_ON = (Subject.ABSTAIN,)  # in force with the agreement, without a day


def _mend(draft: Draft, duty: Duty, says: str) -> Finding:
    return Finding(Severity.MEND, says, duty.row, CONTENT if draft.is_peoples else "")


def who(draft: Draft) -> Iterator[Finding]:
    for duty in draft.duties:
        if duty.debtor is None:
            yield _mend(draft, duty, "没有写由谁履行")
        if duty.creditor is None and duty.subject in OWED_TO_SOMEBODY:
            yield _mend(draft, duty, "没有写向谁履行")
        if duty.debtor is not None and duty.debtor == duty.creditor:
            yield _mend(draft, duty, "履行的人和接受的人是同一个人")


def what(draft: Draft) -> Iterator[Finding]:
    for duty in draft.duties:
        if duty.what.strip():
            continue
        if duty.subject == Subject.MONEY:
            yield Finding(Severity.LOOK, "没有写是什么款项,如赔偿款、货款", duty.row)
        else:
            yield _mend(draft, duty, "没有写做什么")


def amount(draft: Draft) -> Iterator[Finding]:
    for duty in draft.duties:
        if duty.amount is None and duty.subject == Subject.MONEY:
            yield _mend(draft, duty, "没有写金额")
        elif duty.amount is None and duty.parts:
            yield _mend(draft, duty, "写了分期,没有写金额")
        elif duty.amount is None and duty.subject == Subject.CARE:
            yield Finding(Severity.LOOK, "有费用的,请写明金额和给付的时间", duty.row)


def when(draft: Draft) -> Iterator[Finding]:
    for duty in draft.duties:
        has_time = duty.due_on or duty.at_once or duty.parts or duty.condition.strip()
        if not has_time and duty.subject not in FROM_NOW_ON:
            yield _mend(draft, duty, "没有写什么时候履行")


def how(draft: Draft) -> Iterator[Finding]:
    for duty in draft.of(Subject.MONEY, Subject.GOODS):
        if not duty.way.strip() and not duty.at_once:
            yield _mend(draft, duty, "没有写怎样履行,如现金、转账到哪个账户、送到哪里")


def facts(draft: Draft) -> Iterator[Finding]:
    if not draft.facts.strip():
        cite = CONTENT if draft.is_peoples else ""
        yield Finding(Severity.LOOK, "没有写纠纷的主要事实、争议事项和各方责任", cite=cite)
