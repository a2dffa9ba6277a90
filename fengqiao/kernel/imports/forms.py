from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.files.classified import Classified, refuse_marked
from fengqiao.kernel.imports import several

MOST_BYTES = 50 * 1024 * 1024
LONGEST_NAME = 60  # of a .csv file, which bears the name of its sheet


class Files(forms.FileInput):
    """Takes one file or several."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """The files in a list; each must be there and hold something."""

    widget = Files

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        given = data if isinstance(data, list) and data else [data]
        return [super(FilesField, self).clean(one, initial) for one in given]


class UploadForm(forms.Form):
    """A file, and the day from which it holds."""

    file = FilesField(
        label=_("文件"),
        help_text=_(
            "一个 Excel(.xlsx、.xls)或 .ods 工作簿;或几个 .csv 文件,每张表一个,以表名作文件名,"
            "一次选中。合计不超过 50 MB。"
        ),
        widget=Files(attrs={"accept": ".xlsx,.xls,.ods,.csv"}),
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

    def clean_file(self) -> list[Any]:
        files: list[Any] = self.cleaned_data["file"]
        if sum(file.size for file in files) > MOST_BYTES:
            raise forms.ValidationError(_("文件超过 50 MB。"))
        if len(files) > 1 and not all(map(several.is_csv, files)):
            raise forms.ValidationError(
                _("一次只能上传一个工作簿;几个文件一起上传的,应都是 .csv 文件。")
            )
        for file in files:
            _refuse_marked(several.name_of(file))
        names = [several.name_of(file) for file in files if several.is_csv(file)]
        if max(map(len, names), default=0) > LONGEST_NAME:
            raise forms.ValidationError(
                _("CSV 文件以表名作文件名,如“司法所.csv”;有一个文件名过长。")
            )
        if len({several.name_of(file) for file in files}) < len(files):
            raise forms.ValidationError(_("有几个 .csv 文件同名,每张表只能有一个文件。"))
        return files


def _refuse_marked(name: str) -> None:
    try:
        refuse_marked(name)
    except Classified as refusal:
        raise forms.ValidationError(refusal.message) from refusal
