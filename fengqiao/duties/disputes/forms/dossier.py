"""What is typed when a scan is laid into the file of a case, or taken out again."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fengqiao.kernel.documents.models import Paper
from fengqiao.kernel.ui.forms import PlainForm

AT_ONCE = 20  # files


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files, in the order in which they were chosen."""

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        given = data if isinstance(data, list) else [data]
        if len(given) > AT_ONCE:
            raise forms.ValidationError(_("一次最多选%(most)s个文件。") % {"most": AT_ONCE})
        return [super(FilesField, self).clean(one, initial) for one in given or [None]]


class EncloseForm(PlainForm):
    """`papers` are those of the entry, of which a signed copy may be brought."""

    scans = FilesField(
        label=gettext_lazy("扫描件或者照片"),
        help_text=gettext_lazy("可以用手机拍照,也可以一次选几个,按选择的次序排。"),
        widget=FilesInput(
            attrs={"accept": "image/jpeg,image/png,application/pdf", "class": "form-control"}
        ),
        error_messages={
            "required": gettext_lazy("请拍照或者选文件(JPEG、PNG 或 PDF)。"),
            "empty": gettext_lazy("文件是空的。"),
        },
    )
    title = forms.CharField(
        label=gettext_lazy("名称"),
        required=False,
        max_length=100,
        help_text=gettext_lazy("印在卷内目录里,例如:转账凭证。不填的用目录上的名称。"),
    )
    paper = forms.ChoiceField(
        label=gettext_lazy("是哪份文书的签名件"),
        required=False,
        help_text=gettext_lazy("选了的,整卷里放签名件,不再放系统打印的那一份。"),
    )

    def __init__(self, *args: Any, papers: Iterable[Paper], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.papers = {str(one.pk): one for one in papers}
        if not self.papers:
            del self.fields["paper"]
            return
        named = [(pk, f"{one.title} {one.made_on.isoformat()}") for pk, one in self.papers.items()]
        self.fields["paper"].choices = [("", _("不是,是另外的材料")), *named]  # type: ignore[attr-defined]
        self.initial["paper"] = named[0][0] if len(named) == 1 else ""

    def values(self) -> dict[str, Any]:
        return {
            "uploads": self.cleaned_data["scans"],
            "title": self.cleaned_data["title"],
            "paper": self.papers.get(self.cleaned_data.get("paper", "")),
        }


class TakeOutForm(PlainForm):
    why = forms.CharField(
        label=gettext_lazy("取出的理由"),
        max_length=200,
        help_text=gettext_lazy("例如:拍糊了,放错了案件。"),
        error_messages={"required": gettext_lazy("请写明取出的理由。")},
    )


class BindForm(PlainForm):
    """What stands on cover and last page and no record holds."""

    keep = forms.CharField(
        label=gettext_lazy("保管期限"),
        required=False,
        max_length=20,
        help_text=gettext_lazy("印在封面上,例如:长期。不填的留空,用笔写。"),
    )
    checked_by = forms.CharField(
        label=gettext_lazy("检查人"),
        required=False,
        max_length=30,
        help_text=gettext_lazy("可以不填。"),
    )
    remark = forms.CharField(label=gettext_lazy("备注"), required=False, max_length=100)
    state = forms.CharField(
        label=gettext_lazy("卷宗情况说明"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("印在备考表上。缺必须材料的,写明为什么没有。"),
    )

    def values(self) -> dict[str, str]:
        typed = self.cleaned_data
        return {
            "保管期限": typed["keep"],
            "检查人": typed["checked_by"],
            "备注": typed["remark"],
            "情况说明": typed["state"],
        }
