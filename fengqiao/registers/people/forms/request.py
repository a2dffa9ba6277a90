"""A request at the counter, and the decision on it."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.ui.fields import DayField
from fengqiao.kernel.ui.forms import PlainForm
from fengqiao.registers.people.enums import Asker, RequestKind, RequestState

AREA = forms.Textarea(attrs={"rows": 4})


class AskForm(PlainForm):
    """Who asks what, after his papers were seen."""

    kind = forms.ChoiceField(label=_("请求"), choices=RequestKind.choices, widget=forms.RadioSelect)
    asker = forms.ChoiceField(label=_("请求人"), choices=Asker.choices, initial=Asker.SELF)
    asker_name = forms.CharField(
        label=_("请求人姓名"), required=False, max_length=60, help_text=_("本人请求的不用填。")
    )
    checked = forms.BooleanField(
        label=_("已核验请求人的证件原件;不是本人的,还核验了监护、委托或者亲属关系的证明"),
        error_messages={"required": _("核验身份后才能受理。")},
    )
    wanted = forms.CharField(
        label=_("请求内容"),
        required=False,
        max_length=2000,
        widget=AREA,
        help_text=_("请求更正、补充的,写明哪一项、应为什么。"),
    )
    asked_on = DayField(label=_("请求日期"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["asked_on"].initial = timezone.localdate()

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        other = typed.get("asker") not in (None, Asker.SELF)
        if other and not typed.get("asker_name"):
            self.add_error("asker_name", _("请填请求人姓名。"))
        if not other:
            typed["asker_name"] = ""
        if typed.get("kind") == RequestKind.CORRECT and not typed.get("wanted"):
            self.add_error("wanted", _("请写明更正、补充什么。"))
        return typed

    def values(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "checked"}


class DecideForm(PlainForm):
    """Granted or refused, and why."""

    state = forms.ChoiceField(
        label=_("决定"),
        choices=[
            (RequestState.GRANTED, _("同意并已更正")),
            (RequestState.REFUSED, _("不予同意")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("请选择。")},
    )
    decision = forms.CharField(
        label=_("理由"),
        max_length=2000,
        widget=AREA,
        help_text=_("会写在给请求人的答复上。"),
        error_messages={"required": _("请写明理由。")},
    )
