"""A photo of the premises, taken with the telephone or chosen from its pictures."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.ui.fields import DayField
from fengqiao.kernel.ui.forms import PlainForm
from fengqiao.registers.organisations.enums import Shows


class PhotoForm(PlainForm):
    file = forms.FileField(
        label=_("照片"),
        help_text=_("手机可直接拍照。JPEG 或 PNG,不超过 20 MB;照片里的拍摄位置等信息会去掉。"),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png", "class": "form-control"}),
        error_messages={"required": _("请拍一张或选一张照片。"), "empty": _("文件是空的。")},
    )
    shows = forms.ChoiceField(label=_("拍的是"), choices=Shows.choices)
    taken_on = DayField(label=_("拍摄日期"))
    remark = forms.CharField(
        label=_("说明"), max_length=200, required=False, help_text=_("例如:新换的门牌。")
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["taken_on"].initial = timezone.localdate
