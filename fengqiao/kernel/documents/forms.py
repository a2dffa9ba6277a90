"""A Word template is brought."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.ui.fields import DayField
from fengqiao.kernel.ui.forms import PlainForm

WORD = ".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class TemplateForm(PlainForm):
    file = forms.FileField(
        label=_("Word 模板"),
        help_text=_("只收不带宏的 .docx,不超过 5 MB。"),
        widget=forms.FileInput(attrs={"accept": WORD, "class": "form-control"}),
        error_messages={"required": _("请选一个 Word 文件。"), "empty": _("文件是空的。")},
    )
    begins_on = DayField(
        label=_("启用日期"), help_text=_("从这一天起新发出的文书用它;已经发出的不变。")
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["begins_on"].initial = timezone.localdate
