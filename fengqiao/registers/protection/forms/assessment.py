"""What is weighed (个人信息保护法 55, 56)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from fengqiao.registers.protection.enums import Ground55, Risk
from fengqiao.registers.protection.forms.common import SeatForm, TextField

CHOOSE = {"required": _("请选择。")}


class AssessmentForm(SeatForm):
    title = forms.CharField(
        label=_("处理活动"),
        max_length=100,
        help_text=_("如:登记来访人员、社区矫正电子定位。"),
        error_messages={"required": _("请填写。")},
    )
    kinds = forms.MultipleChoiceField(
        label=_("属于哪种情形"),
        choices=Ground55.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("个人信息保护法第五十五条。"),
        error_messages=CHOOSE,
    )
    processing = TextField(
        label=_("处理方式"), help_text=_("收集哪些信息、从哪里来、存在哪里、谁能看、给谁、存多久。")
    )
    purpose = TextField(label=_("处理目的"), rows=2)
    ground = TextField(label=_("法律依据"), rows=2)
    necessity = TextField(label=_("必要性"), help_text=_("不收集行不行,少收集行不行。"))
    risks = TextField(label=_("对个人权益的影响和安全风险"))
    measures = TextField(
        label=_("保护措施"), help_text=_("措施是否合法、有效,与风险程度是否相适应。")
    )
    risk = forms.ChoiceField(
        label=_("采取措施后的风险"),
        choices=Risk.choices,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
