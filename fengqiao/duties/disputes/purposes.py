"""Why the form of a dispute asks what it asks."""

from django.utils.translation import gettext_lazy as _

from fengqiao.registers.people.grounds import FormPurpose, Use

KEEPING = _("保存期限未定的,不销毁,也不另作他用。")

PURPOSES = [
    FormPurpose(
        "disputes.register",
        _("登记纠纷"),
        _("受理和调解您与对方的纠纷,告知您办理的进展和结果。"),
        _(
            "为履行法定职责所必需(《中华人民共和国个人信息保护法》第十三条第一款第三项、第三十四条)。"
        ),
        (
            Use(
                _("当事人姓名或者名称"),
                _("确定谁与谁有纠纷,文书写明当事人"),
                ("name", "other_name", "more_names"),
            ),
            Use(_("电话"), _("联系当事人调解,告知结果"), ("phone", "other_phone")),
            Use(
                _("证件号码、出生日期、住址"),
                _("核对身份,识别须由法定代理人代理的人,送达文书"),
                ("id_number", "born_on", "address"),
            ),
            Use(
                _("行为能力、法定代理人"),
                _("没有完全行为能力的人由法定代理人代理"),
                ("capacity", "guardian"),
            ),
            Use(_("简要情况、申请事项"), _("了解争议,决定是否受理"), ("summary", "request")),
        ),
        KEEPING,
    )
]
