"""For what a masked value is opened."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.ui.forms import PlainForm
from fengqiao.registers.people.enums import Purpose
from fengqiao.registers.people.shown import Value


class OpenForm(PlainForm):
    """Which values, and for what; beyond one's own office and for other purposes, why."""

    fields_wanted = forms.MultipleChoiceField(
        label=_("打开哪些"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("请选择要打开的内容。")},
    )
    purpose = forms.ChoiceField(
        label=_("用途"),
        choices=[("", _("请选择")), *Purpose.choices],
        error_messages={"required": _("请选择用途。")},
    )
    reason = forms.CharField(
        label=_("理由"), required=False, max_length=200, help_text=_("用途选“其他”时须写明。")
    )

    def __init__(self, *args: Any, values: Sequence[Value], beyond: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.beyond = beyond
        choices = [(value.name, value.label) for value in values]
        self.fields["fields_wanted"].choices = choices  # type: ignore[attr-defined]
        if beyond:
            self.fields["reason"].help_text = _("此人不是本单位登记的,须写明理由。")

    @property
    def purpose_words(self) -> str:
        """The purpose as a sentence says it."""
        return str(Purpose(self.cleaned_data["purpose"]).label)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        wanted = self.beyond or typed.get("purpose") == Purpose.OTHER
        if wanted and not typed.get("reason", "").strip():
            self.add_error("reason", _("请写明理由。"))
        return typed
