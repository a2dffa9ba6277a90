"""How a list leaves the system."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class ExportForm(forms.Form):
    """Masked, or plain with a reason for those who hold the right."""

    in_clear = forms.BooleanField(
        label=_("不遮盖(导出完整的姓名、证件号码、电话和住址)"), required=False
    )
    reason = forms.CharField(
        label=_("理由"),
        required=False,
        max_length=200,
        help_text=_("不遮盖的须写明给谁、作什么用,会写在导出的表上。"),
    )

    def __init__(self, *args: Any, may_clear: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_clear:
            del self.fields["in_clear"], self.fields["reason"]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if typed.get("in_clear") and not typed.get("reason", "").strip():
            self.add_error("reason", _("请写明理由。"))
        return typed
