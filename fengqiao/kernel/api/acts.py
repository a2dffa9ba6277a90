"""What of tokens is in the trail; what is done with one is the act itself, by the door 接口."""

from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.audit.registry import Act, Kind

ACTS = [
    Act(
        "api.token_made",
        _("建立接口令牌"),
        _("{by}建立了{subject}"),
        Kind.SETTING,
        {"name": _("用途"), "scopes": _("权限"), "expires_on": _("到期日")},
    ),
    Act(
        "api.token_ended",
        _("停用接口令牌"),
        _("{by}停用了{subject}"),
        Kind.SETTING,
        {"name": _("用途")},
    ),
]
