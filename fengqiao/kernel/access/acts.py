"""What of accounts and roles leaves a trail."""

from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.audit.registry import Act, Kind

ROLE = {
    "role": _("角色"),
    "begins_on": _("起始日期"),
    "ends_on": _("终止日期"),
    "reason": _("依据"),
}

ACTS = [
    Act("access.made", _("建立账号"), _("{by}建立了{subject}"), Kind.SETTING),
    Act("access.given", _("授予角色"), _("{by}给{subject}授予了角色"), Kind.SETTING, ROLE),
    Act("access.ended", _("停止角色"), _("{by}停止了{subject}的角色"), Kind.SETTING, ROLE),
    Act(
        "access.given_back",
        _("恢复角色"),
        _("{by}撤回了名册上的变动,恢复了{subject}的角色"),
        Kind.SETTING,
        ROLE,
    ),
    Act(
        "access.handed_over",
        _("移交工作"),
        _("{by}把{subject}移交给另一名承办人"),
        details={"user": _("原承办人"), "to": _("接办人")},
    ),
    Act(
        "access.closed",
        _("停用账号"),
        _("{by}停用了{subject}"),
        Kind.SETTING,
        {"reason": _("理由")},
    ),
    Act(
        "access.reopened",
        _("启用账号"),
        _("{by}重新启用了{subject}"),
        Kind.SETTING,
        {"reason": _("理由")},
    ),
]
