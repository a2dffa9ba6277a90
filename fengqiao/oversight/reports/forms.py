"""Which return is looked at, and the number of a month from before the system."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.indicators.places import CITY, DISTRICT, TOWN
from fengqiao.kernel.indicators.registry import Indicator
from fengqiao.kernel.indicators.spans import SPANS
from fengqiao.kernel.ui.fields import DayField
from fengqiao.kernel.ui.forms import FilterForm, PlainForm
from fengqiao.lib.faults import InputRefused
from fengqiao.oversight.reports.months import Month
from fengqiao.oversight.reports.reported import MOST
from fengqiao.oversight.reports.territory import Territory

INDENT = {CITY: "", DISTRICT: "\u3000", TOWN: "\u3000\u3000"}


def place_choices(places: Sequence[Territory]) -> list[tuple[str, str]]:
    """Each indented below what it lies in."""
    return [(one.key, f"{INDENT[len(one.digits)]}{one.said}") for one in places]


class MonthField(forms.CharField):
    """A month as `2025-08`; the browser's own calendar opens where it has one."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"type": "month", "placeholder": "2025-08"})
        super().__init__(max_length=10, widget=widget, **kwargs)
        self.error_messages["required"] = _("请填月份,如 2025-08。")

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        try:
            return Month.of(typed) if typed else None
        except InputRefused as refused:
            raise ValidationError(f"{refused.message}。") from None


class MonthlyForm(FilterForm):
    month = MonthField(label=_("月份"))
    area = forms.ChoiceField(label=_("地方"))

    def __init__(self, places: Sequence[Territory], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].choices = place_choices(places)  # type: ignore[attr-defined]


class FiguresForm(FilterForm):
    kind = forms.ChoiceField(
        label=_("期间"), choices=[(key, one.title) for key, one in SPANS.items()]
    )
    on = DayField(label=_("其中一日"))
    area = forms.ChoiceField(label=_("地方"))
    figure = forms.ChoiceField(label=_("趋势"))

    def __init__(
        self,
        places: Sequence[Territory],
        figures: Sequence[Indicator],
        *args: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].choices = place_choices(places)  # type: ignore[attr-defined]
        choices = [(one.id, one.title) for one in figures]
        self.fields["figure"].choices = choices  # type: ignore[attr-defined]


class EnterForm(PlainForm):
    month = MonthField(label=_("月份"), help_text=_("系统启用以前、需要比较的月份。"))
    value = forms.IntegerField(label=_("受理(件)"), min_value=0, max_value=MOST)
