"""What the forms of this app share: texts that name nobody, and in whose name they are written."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.ui.forms import PlainForm
from fengqiao.lib import personal


class TextField(forms.CharField):
    """Several lines; a number that identifies somebody is refused, for many read it."""

    default_error_messages = {"required": _("请填写。")}

    def __init__(self, rows: int = 3, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 4000)
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if text and personal.NUMBER.search(text):
            raise forms.ValidationError(_("这里不写个人的证件号码、手机号码,请删去。"))
        return text


class SeatForm(PlainForm):
    """For which of one's areas (`seats`); not asked where there is only one, or where the record is
    there already (none)."""

    def __init__(self, *args: Any, seats: list[Any] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seats = {str(area.pk): area for area in seats or []}
        self.has_no_seat = seats == []
        if len(self.seats) > 1:
            self.fields["area"] = forms.TypedChoiceField(
                label=_("单位"),
                coerce=self.seats.get,
                choices=[("", _("请选择")), *((pk, one.name) for pk, one in self.seats.items())],
                error_messages={"required": _("请选择。")},
            )
            self.order_fields(["area"])

    def clean(self) -> dict[str, Any]:
        if self.has_no_seat:
            raise forms.ValidationError(_("系统里还没有单位,请先导入机构。"))
        return super().clean() or self.cleaned_data

    def values(self) -> dict[str, Any]:
        """With the area in whose name it is written, where one is wanted."""
        if len(self.seats) == 1:
            (area,) = self.seats.values()
            return {"area": area} | self.cleaned_data
        return self.cleaned_data
