"""How a list leaves the system."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.ui.forms import PlainForm
from fengqiao.registers.people.enums import ExportPurpose


class ExportForm(PlainForm):
    """For what; masked, or plain with a reason for those who hold the right."""

    purpose = forms.ChoiceField(
        label=_("用途"),
        choices=[("", _("请选择")), *ExportPurpose.choices],
        error_messages={"required": _("请选择用途。")},
    )
    in_clear = forms.BooleanField(
        label=_("不遮盖(导出完整的姓名、证件号码、电话和住址)"), required=False
    )
    reason = forms.CharField(
        label=_("理由"),
        required=False,
        max_length=200,
        help_text=_("不遮盖的、用途选“其他”的须写明给谁、作什么用,会写在导出的表上。"),
    )

    def __init__(self, *args: Any, may_clear: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_clear:
            del self.fields["in_clear"]

    @property
    def purpose_words(self) -> str:
        """The purpose as a sentence says it."""
        return str(ExportPurpose(self.cleaned_data["purpose"]).label)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        wanted = typed.get("in_clear") or typed.get("purpose") == ExportPurpose.OTHER
        if wanted and not typed.get("reason", "").strip():
            self.add_error("reason", _("请写明理由。"))
        return typed
