"""The filter rows of lists."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.ui.fields import DayField
from fengqiao.kernel.ui.forms import PlainForm
from fengqiao.registers.organisations.enums import OfficeKind, Size

ALL = ("", _("全部"))
UNSIZED = "none"


class DayForm(PlainForm):
    """`?on=`: the day of which a page speaks; today where none or a wrong one is given."""

    on = DayField(label=_("日期"), required=False)

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        today = timezone.localdate()
        super().__init__(data if data and "on" in data else {**(data or {}), "on": today}, **kwargs)

    @property
    def day(self) -> Any:
        """The day asked for, or today."""
        self.is_valid()
        return self.cleaned_data.get("on") or timezone.localdate()


class OfficesForm(PlainForm):
    """Which offices of a day are listed; the keys are those of the address."""

    on = DayField(label=_("日期"), required=False)
    district = forms.ChoiceField(label=_("市(区)"), required=False)
    kind = forms.ChoiceField(label=_("类型"), required=False, choices=[ALL, *OfficeKind.choices])
    size = forms.ChoiceField(
        label=_("分类"), required=False, choices=[ALL, *Size.choices, (UNSIZED, _("未确认"))]
    )
    name = forms.CharField(
        label=_("名称、编码或乡镇"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )

    def choose_districts(self, names: list[str]) -> None:
        """The districts of the day, once they are known."""
        self.fields["district"].choices = [ALL, *((name, name) for name in names)]  # type: ignore[attr-defined]
