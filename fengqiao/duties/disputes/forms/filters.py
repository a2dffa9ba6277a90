"""The filter row of the list; its keys are those of the address."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.enums import Kind, Matter, State
from fengqiao.kernel.indicators.opening import KEYS
from fengqiao.kernel.ui.fields import DayField
from fengqiao.kernel.ui.forms import FilterForm

ALL = ("", _("全部"))
OPEN = "open"
MINE, LATE = "mine", "late"
MOST = 2**31 - 1  # no record bears a higher number


class DisputesForm(FilterForm):
    state = forms.ChoiceField(
        label=_("状态"), required=False, choices=[ALL, (OPEN, _("未办结")), *State.choices]
    )
    matter = forms.ChoiceField(label=_("纠纷类型"), required=False, choices=[ALL, *Matter.choices])
    kind = forms.ChoiceField(label=_("调解类别"), required=False, choices=[ALL, *Kind.choices])
    only = forms.ChoiceField(
        label=_("范围"),
        required=False,
        choices=[ALL, (MINE, _("我承办的")), (LATE, _("有期限逾期的"))],
    )
    since = DayField(label=_("登记日期从"), required=False)
    until = DayField(label=_("到"), required=False)
    body = forms.IntegerField(required=False, max_value=MOST, widget=forms.HiddenInput)
    mediator = forms.IntegerField(required=False, max_value=MOST, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key in (*KEYS, "type", "source"):  # the figure whose rows these are
            self.fields[key] = forms.CharField(
                required=False, max_length=100, widget=forms.HiddenInput
            )
