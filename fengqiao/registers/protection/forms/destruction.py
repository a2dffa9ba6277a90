"""Why a list goes on to its second person, or comes back."""

from django import forms
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.ui.forms import PlainForm

AREA = forms.Textarea(attrs={"rows": 2})


class AskForm(PlainForm):
    reason = forms.CharField(
        label=_("销毁理由"),
        max_length=300,
        widget=AREA,
        help_text=_("会写在销毁清册上,不写个人的姓名和号码。"),
        error_messages={"required": _("请写明为什么可以销毁。")},
    )
    checked = forms.BooleanField(
        label=_("已逐条核对:事项都已了结,没有归档、举报、诉讼等需要继续保存的情形"),
        error_messages={"required": _("核对后才能提请销毁。")},
    )


class ReturnForm(PlainForm):
    returned = forms.CharField(
        label=_("退回意见"),
        max_length=300,
        widget=AREA,
        error_messages={"required": _("请写明退回的原因。")},
    )
