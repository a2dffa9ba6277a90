"""Why this register asks what it asks."""

from django.utils.translation import gettext_lazy as _

from fengqiao.registers.people.grounds import FormPurpose, Use

KEEPING = _("办完事项后按规定的保存期限保存;期限未定的,不销毁,也不另作他用。")

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
        KEEPING,
    ),
]
