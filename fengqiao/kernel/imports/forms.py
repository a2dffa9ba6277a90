from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

MOST_BYTES = 50 * 1024 * 1024


class UploadForm(forms.Form):
    """A file, and the day from which it holds."""

    file = forms.FileField(
        label=_("文件"),
        help_text=_("Excel(.xlsx、.xls)或 .ods 工作簿,不超过 50 MB。"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods"}),
        error_messages={"required": _("请选一个文件。"), "empty": _("文件是空的。")},
    )
    on = forms.DateField(
        label=_("起算日"),
        help_text=_("名册反映的是哪一天的情况;变化从这一天起算。"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"required": _("请填日期。"), "invalid": _("应为日期,如 2026-06-30。")},
    )
    skip_bad_rows = forms.BooleanField(label=_("略去有错误的行,其余照常导入"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = timezone.localdate

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("文件超过 50 MB。"))
        return file
