"""What every form about an office has: the day from which it holds, and a refused act said in it."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.ui.fields import DayField
from fengqiao.kernel.ui.forms import PlainForm


class FromDayForm(PlainForm):
    """Input of an act that holds from a day on; today unless another one is typed."""

    on = DayField(label=_("自哪一天起"), help_text=_("从这一天起按填写的情况记录,以前的记录不变。"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = self.initial.get("on") or timezone.localdate()
        self.order_fields([name for name in self.fields if name != "on"] + ["on"])


class EndForm(FromDayForm):
    """Nothing but the day; what ends no longer holds on it."""

    on = DayField(label=_("自哪一天起停止"), help_text=_("这一天起不再有,以前的记录保留。"))


class TakeBackForm(PlainForm):
    """Why a recorded end was wrong."""

    why = forms.CharField(
        label=_("理由"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("例如:名册漏列,实际一直在岗。"),
        error_messages={"required": _("请写明理由。")},
    )


def chosen(choices: Any, blank: Any = None) -> list[tuple[str, Any]]:
    """Choices with a first line for "none of them"."""
    return [("", blank or _("未知")), *choices]
