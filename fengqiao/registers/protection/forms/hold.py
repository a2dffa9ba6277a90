"""Why a record is held back from destruction, and why no longer."""

from django import forms
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.ui.fields import DayField
from fengqiao.kernel.ui.forms import PlainForm

AREA = forms.Textarea(attrs={"rows": 2})


class HoldForm(PlainForm):
    reason = forms.CharField(
        label=_("理由"),
        max_length=200,
        widget=AREA,
        help_text=_("如诉讼、复议、信访、纪检正在办理。不写个人的姓名和号码。"),
        error_messages={"required": _("请写明理由。")},
    )
    until = DayField(
        label=_("暂缓到"), required=False, help_text=_("到这一天为止;不填的,到解除为止。")
    )


class LiftForm(PlainForm):
    reason = forms.CharField(
        label=_("解除理由"),
        max_length=200,
        widget=AREA,
        error_messages={"required": _("请写明理由。")},
    )
