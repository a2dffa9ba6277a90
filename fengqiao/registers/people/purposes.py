"""Why this register asks what it asks."""

from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fengqiao.registers.people.grounds import FormPurpose, Use
from fengqiao.registers.protection.words import period_of
from fengqiao.rulebook.statutes import load


def _keeping(rule: str, words: str) -> str:
    """How long, as the rule stands today; a form may not promise what the system does not do."""
    value = load()[rule].on(timezone.localdate())
    if value is None:
        return gettext("保存期限未定的,不销毁,也不另作他用。")
    return gettext(words) % {"period": period_of(value)}


_keeping_lazy = lazy(_keeping, str)
KEEPING = _keeping_lazy(
    "KEP-01",
    "最后一次办理您的事项后保存%(period)s,还有未了结事项的,保存到了结以后;到期由两人核对、批准后销毁。"
    "已归档的,依档案管理的规定保存。",
)
KEEPING_REQUEST = _keeping_lazy(
    "KEP-02", "办结后保存%(period)s,作为已经答复您的证明;到期由两人核对、批准后销毁。"
)

PURPOSES = [
    FormPurpose(
        "people.register",
        _("登记人员"),
        _("办理您到司法所申请或者依法应当办理的事项,今后再来不用重复登记。"),
        _(
            "为履行法定职责所必需(《中华人民共和国个人信息保护法》第十三条第一款第三项、第三十四条)。"
        ),
        (
            Use(_("姓名"), _("称呼和文书写明当事人"), ("name",)),
            Use(
                _("证件种类、证件号码"), _("核对身份,不错认人、不重复建档"), ("paper", "id_number")
            ),
            Use(_("性别、出生日期"), _("文书写明当事人,识别未成年人"), ("sex", "born_on")),
            Use(_("电话、备用电话"), _("通知您办理的时间和结果"), ("phone", "phone_more")),
            Use(_("现住址、户籍地址"), _("确定管辖,送达文书"), ("address", "household")),
            Use(
                _("不满十四周岁未成年人的上述信息"),
                _("未成年人的事项须由其监护人参加办理"),
                (),
                sensitive=True,
            ),
        ),
        KEEPING,
        _(
            "不满十四周岁未成年人的个人信息属于敏感个人信息,泄露可能影响其人身安全和成长。"
            "没有这些信息,无法确定监护人和依法给予的特别保护。"
        ),
    ),
    FormPurpose(
        "people.request",
        _("受理个人信息请求"),
        _("核对请求人身份,办理您查阅、复制、更正个人信息的请求并答复您。"),
        _("《中华人民共和国个人信息保护法》第四十五条、第四十六条、第五十条。"),
        (
            Use(_("请求人及其姓名"), _("确认请求人有权提出"), ("asker", "asker_name", "checked")),
            Use(_("请求和请求内容"), _("知道要查什么、改什么"), ("kind", "wanted", "asked_on")),
        ),
        KEEPING_REQUEST,
    ),
]
