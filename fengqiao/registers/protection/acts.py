"""What is recorded of lists of destruction, holds, assessments and leaks; no detail names a person."""

from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.audit.registry import Act

REASON = {"reason": _("理由")}
COUNT = {"count": _("条数")}

ACTS = [
    Act(
        "protection.proposed",
        _("列入销毁清册"),
        _("系统把保存期限届满的记录列入{subject}"),
        details=COUNT,
    ),
    Act("protection.asked", _("提请销毁"), _("{by}核对了{subject},提请销毁"), details=REASON),
    Act("protection.returned", _("退回销毁清册"), _("{by}退回了{subject}"), details=REASON),
    Act("protection.destroyed", _("批准销毁"), _("{by}批准了{subject},已销毁"), details=COUNT),
    Act(
        "protection.redone",
        _("恢复备份后重新销毁"),
        _("恢复备份后,按{subject}重新销毁"),
        details=COUNT,
    ),
    Act(
        "protection.held",
        _("暂缓销毁"),
        _("{by}把一份记录列为{subject}"),
        details=REASON | {"until": _("截止日")},
    ),
    Act("protection.lifted", _("解除暂缓销毁"), _("{by}解除了{subject}"), details=REASON),
    Act("protection.assessed", _("写影响评估"), _("{by}写了{subject}")),
    Act("protection.assessed_again", _("修改影响评估"), _("{by}修改了{subject}")),
    Act("protection.approved", _("批准影响评估"), _("{by}批准了{subject}")),
    Act(
        "protection.assessment_returned",
        _("退回影响评估"),
        _("{by}退回了{subject}"),
        details=REASON,
    ),
    Act("protection.reviewed", _("复核影响评估"), _("{by}复核了{subject},没有变化")),
    Act("protection.leak_reported", _("报告个人信息泄露"), _("{by}报告了{subject}")),
    Act(
        "protection.leak_followed",
        _("补充泄露事件"),
        _("{by}补充了{subject}"),
        details={"fields": _("栏目")},
    ),
    Act("protection.leak_closed", _("泄露事件结案"), _("{by}办结了{subject}")),
]
