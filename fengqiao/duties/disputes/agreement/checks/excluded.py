"""What an agreement of mediation cannot settle."""

from collections.abc import Iterator

from fengqiao.duties.disputes.agreement.draft import Draft, Finding
from fengqiao.duties.disputes.enums import Severity, Subject

NOT_CONFIRMED = "《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第三百五十五条"
STATE_POWER = "《刑事诉讼法》第三条、《行政处罚法》第十七条"


def status(draft: Draft) -> Iterator[Finding]:
    for duty in draft.of(Subject.STATUS):
        says = (
            "婚姻、亲子、收养等身份关系不能靠调解协议成立、解除或者确认,"
            "法院也不受理这类司法确认申请;请删去这一项,告知当事人到有权机关办理"
        )
        yield Finding(Severity.MEND, says, duty.row, NOT_CONFIRMED)


def penalty(draft: Draft) -> Iterator[Finding]:
    for duty in draft.of(Subject.PENALTY):
        says = (
            "刑事责任、行政处罚由有权机关依法决定,不能由协议约定免除或者代替;"
            "请删去这一项,只约定民事赔偿"
        )
        yield Finding(Severity.MEND, says, duty.row, STATE_POWER)


def title(draft: Draft) -> Iterator[Finding]:
    for duty in draft.of(Subject.TITLE):
        says = "内容涉及物权确权的,法院不受理司法确认申请;权属有争议的,请告知当事人找有权机关处理"
        yield Finding(Severity.LOOK, says, duty.row, NOT_CONFIRMED)
