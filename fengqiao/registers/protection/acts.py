"""What is recorded of lists of destruction and of holds; no detail names a person."""

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
]
