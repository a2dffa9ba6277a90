"""What of the trail itself, of signing in and of being refused is recorded."""

from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.audit.exporting import DETAILS, NAMELESS
from fengqiao.kernel.audit.registry import Act, Kind

WHERE = {"address": _("网络地址"), "device": _("浏览器")}

ACTS = [
    Act(
        "accounts.signed_in",
        _("登录"),
        _("{by}登录系统"),
        Kind.SIGN_IN,
        {**WHERE, "method": _("登录方式")},
        nameless=("method",),
    ),
    Act(
        "accounts.new_device",
        _("新设备登录"),
        _("{by}第一次在这台设备上登录"),
        Kind.SIGN_IN,
        WHERE,
    ),
    Act("accounts.signed_out", _("退出"), _("{by}退出登录"), Kind.SIGN_IN),
    Act(
        "accounts.sign_in_failed",
        _("登录失败"),
        _("有人用{subject}登录,没有成功"),
        Kind.SIGN_IN,
        WHERE,
    ),
    Act(
        "accounts.code_given",
        _("发放一次性验证码"),
        _("{by}给{subject}发放了设置密码的一次性验证码"),
        Kind.SETTING,
    ),
    Act(
        "accounts.password_set",
        _("用验证码设置密码"),
        _("{by}用一次性验证码设置了密码"),
        Kind.SETTING,
        WHERE,
    ),
    Act(
        "accounts.password_changed",
        _("修改密码"),
        _("{by}修改了密码"),
        Kind.SETTING,
        WHERE,
    ),
    Act(
        "accounts.sessions_ended",
        _("结束登录"),
        _("{subject}的登录已结束"),
        Kind.SETTING,
        {"count": _("登录数"), "reason": _("原因")},
        nameless=("count",),
    ),
    Act(
        "accounts.factor_added",
        _("设置两步验证"),
        _("{subject}设置了两步验证"),
        Kind.SETTING,
        {"factor": _("方式")},
        nameless=("factor",),
    ),
    Act(
        "accounts.factor_removed",
        _("取消两步验证"),
        _("{by}取消了{subject}的一种两步验证"),
        Kind.SETTING,
        {"factor": _("方式")},
        nameless=("factor",),
    ),
    Act(
        "accounts.identity_bound",
        _("绑定统一身份"),
        _("{by}首次用统一身份认证登录,账号已与该身份绑定"),
        Kind.SETTING,
    ),
    Act(
        "accounts.recovery_codes_made",
        _("生成恢复码"),
        _("{subject}生成了恢复码"),
        Kind.SETTING,
    ),
    Act(
        "accounts.recovery_code_used",
        _("使用恢复码"),
        _("{by}用了一个恢复码"),
        Kind.SIGN_IN,
    ),
    Act(
        "accounts.factor_failed",
        _("两步验证失败"),
        _("有人以{subject}登录,密码正确,第二步没有通过"),
        Kind.SIGN_IN,
        WHERE,
    ),
    Act(
        "audit.refused",
        _("无权访问"),
        _("{by}没有权限,未予打开"),
        Kind.REFUSAL,
        {"address": _("页面"), "right": _("所需权限")},
        nameless=("address", "right"),
    ),
    Act(
        "audit.not_there",
        _("查无此件"),
        _("{by}要打开的内容不存在,或者不在其区域内"),
        Kind.REFUSAL,
        {"address": _("页面"), "right": _("所需权限")},
        nameless=("address", "right"),
    ),
    Act(
        "audit.refused_often",
        _("多次被拒绝"),
        _("{by}一小时内多次被拒绝,以后的不再逐条记录"),
        Kind.REFUSAL,
        {"count": _("次数")},
        nameless=("count",),
    ),
    Act(
        "audit.listed",
        _("查看操作记录"),
        _("{by}查看了操作记录"),
        Kind.READ,
        {"asked": _("筛选")},
    ),
    Act(
        "audit.exported",
        _("导出操作记录"),
        _("{by}导出了操作记录"),
        Kind.EXPORT,
        DETAILS,
        nameless=NAMELESS,
    ),
    Act("audit.looked", _("查看谁看过"), _("{by}查看了谁看过、办过{subject}"), Kind.READ),
    Act("audit.read", _("查看操作详情"), _("{by}查看了{subject}的详情"), Kind.READ),
    Act(
        "audit.verified",
        _("核验操作记录"),
        _("核验操作记录,{subject}"),
        Kind.SETTING,
        {"links": _("已封存条数"), "head": _("链首")},
        nameless=("links", "head"),
    ),
    Act(
        "audit.bent",
        _("操作记录异常"),
        _("核验操作记录,{subject}"),
        Kind.SETTING,
        {"links": _("已核验条数"), "found": _("异常")},
        nameless=("links", "found"),
    ),
    Act(
        "audit.forgotten",
        _("删去操作详情"),
        _("{by}删去了操作详情"),
        Kind.SETTING,
        {"reason": _("理由"), "count": _("条数")},
        nameless=("count",),
    ),
]

ALLAUTH = "answers a wrong form like a right one; what it does is announced by signals"
UNTRAILED = dict.fromkeys(("account_*", "mfa_*", "socialaccount_*", "openid_connect_*"), ALLAUTH)
