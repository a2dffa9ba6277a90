"""What of the upkeep leaves a trail."""

from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.audit.registry import Act, Kind

BACKED_UP, RESTORED, KEYS_COPIED = "upkeep.backed_up", "upkeep.restored", "upkeep.keys_copied"
ADMINISTRATOR_MADE = "upkeep.administrator_made"

ACTS = [
    Act(
        BACKED_UP,
        _("备份"),
        _("{by}备份了系统"),
        Kind.SETTING,
        {"folder": _("位置"), "rows": _("行数"), "files": _("文件数")},
    ),
    Act(
        RESTORED,
        _("恢复"),
        _("{by}用备份恢复了系统"),
        Kind.SETTING,
        {"folder": _("位置"), "made_at": _("备份时间")},
    ),
    Act(
        ADMINISTRATOR_MADE,
        _("建立第一个系统管理员"),
        _("{by}建立了第一个系统管理员"),
        Kind.SETTING,
        {"username": _("用户名"), "name": _("姓名")},
    ),
    Act(KEYS_COPIED, _("另存密钥"), _("{by}另存了密钥"), Kind.SETTING),
]
