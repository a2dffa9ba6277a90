"""A leak as it is reported, followed up and closed (个人信息保护法 57)."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.ui.fields import DayField
from fengqiao.kernel.ui.forms import PlainForm
from fengqiao.registers.protection.enums import Data, Nature
from fengqiao.registers.protection.forms.common import SeatForm, TextField

CHOOSE = {"required": _("请选择。")}
MOMENT = "%Y-%m-%dT%H:%M"


class LeakForm(SeatForm):
    """At the first report little need be known; what the law wants told can be added."""

    nature = forms.ChoiceField(
        label=_("发生了什么"),
        choices=Nature.choices,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    found_at = forms.DateTimeField(
        label=_("发现时间"),
        input_formats=[MOMENT, "%Y-%m-%d %H:%M"],
        widget=forms.DateTimeInput(format=MOMENT, attrs={"type": "datetime-local"}),
        error_messages={
            "required": _("请填发现的日期和时间。"),
            "invalid": _("应为日期和时间,如 2026-06-30 09:30。"),
        },
    )
    kinds = forms.MultipleChoiceField(
        label=_("涉及的信息"),
        choices=Data.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages=CHOOSE,
    )
    persons = forms.IntegerField(
        label=_("涉及人数"),
        required=False,
        min_value=1,
        max_value=1_000_000_000,
        help_text=_("大约多少人;还不知道的不填。"),
        error_messages={"invalid": _("应为整数。"), "min_value": _("应为不小于 1 的整数。")},
    )
    cause = TextField(label=_("原因"), help_text=_("怎么发生的;还不清楚的,写已知的情况。"))
    harm = TextField(label=_("可能造成的危害"), required=False, rows=2)
    measures = TextField(label=_("采取的补救措施"), required=False)
    advice = TextField(label=_("个人可以采取的减轻危害的措施"), required=False, rows=2)
    contact = forms.CharField(
        label=_("联系方式"),
        max_length=100,
        help_text=_("给部门和本人的通知上写的单位电话。"),
        error_messages={"required": _("请填写。")},
    )
    authority = forms.CharField(
        label=_("报告的部门"),
        max_length=100,
        required=False,
        help_text=_("履行个人信息保护职责的部门,如网信办。"),
    )
    authority_told_on = DayField(label=_("报告部门的日期"), required=False)
    persons_told_on = DayField(label=_("通知本人的日期"), required=False)
    why_not_told = TextField(
        label=_("不通知本人的理由"),
        required=False,
        rows=2,
        help_text=_("采取的措施能够有效避免危害的,可以不通知(个人信息保护法第五十七条第二款)。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["found_at"].initial = timezone.localtime().strftime(MOMENT)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if typed.get("authority_told_on") and not typed.get("authority"):
            self.add_error("authority", _("请填报告的是哪个部门。"))
        if typed.get("persons_told_on") and typed.get("why_not_told"):
            self.add_error("why_not_told", _("已通知本人的,不填不通知的理由。"))
        return typed


class CloseForm(PlainForm):
    conclusion = TextField(
        label=_("结案意见"), help_text=_("处置结果,怎样防止再次发生。会印在报告上。")
    )
