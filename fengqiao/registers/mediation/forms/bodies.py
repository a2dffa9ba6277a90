"""Forms of committees and studios."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.ui.fields import DayField
from fengqiao.kernel.ui.forms import PlainForm
from fengqiao.registers.mediation.enums import BodyKind
from fengqiao.registers.mediation.models import Body, Seat

CHOOSE = [("", _("请选择"))]


def _name() -> forms.CharField:
    return forms.CharField(
        label=_("名称"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("请填名称。")},
    )


class DeclaredForm(PlainForm):
    """What a committee declares of itself, as a whole."""

    multi_ethnic = forms.BooleanField(label=_("多民族居住地区"), required=False)
    minority_member = forms.BooleanField(
        label=_("有人数较少民族的成员"),
        required=False,
        help_text=_("由调委会整体申报,不登记任何人的民族。"),
    )


class FoundForm(DeclaredForm):
    office = forms.ModelChoiceField(Area.objects.none(), label=_("司法所"), empty_label=None)
    kind = forms.ChoiceField(
        label=_("类别"),
        choices=[*CHOOSE, *BodyKind.choices],
        error_messages={"required": _("请选择类别。")},
    )
    name = _name()
    parent = forms.ModelChoiceField(
        Body.objects.none(),
        label=_("所属调委会"),
        required=False,
        empty_label=_("无"),
        help_text=_("调解工作室填写。"),
    )
    on = DayField(label=_("设立日期"), help_text=_("调委会的本届任期从这一天起算,三年。"))
    field_order = ("office", "kind", "name", "parent", "on")

    def __init__(
        self, *args: Any, offices: QuerySet[Area], committees: QuerySet[Body], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.only = list(offices[:2])
        if len(self.only) == 1:
            del self.fields["office"]
        else:
            self.fields["office"].queryset = offices  # type: ignore[attr-defined]
        self.fields["parent"].queryset = committees  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """As `actions.found` takes them."""
        return {"office": self.only[0] if len(self.only) == 1 else None} | self.cleaned_data


class ChangeForm(DeclaredForm):
    name = _name()
    parent = forms.ModelChoiceField(
        Body.objects.none(), label=_("所属调委会"), required=False, empty_label=_("无")
    )
    field_order = ("name", "parent")

    def __init__(self, *args: Any, body: Body, committees: QuerySet[Body], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {name: getattr(body, name) for name in self.fields}
        if body.is_committee:
            del self.fields["parent"]
        else:
            self.fields["parent"].queryset = committees  # type: ignore[attr-defined]


class RenewForm(PlainForm):
    on = DayField(label=_("新一届起始日期"))
    stay = forms.ModelMultipleChoiceField(
        Seat.objects.none(),
        label=_("连选连任、继续聘任的人员"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("没有选上的,从这一天起离任;新当选的随后登记任职。"),
    )

    def __init__(self, *args: Any, seats: QuerySet[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["stay"]
        field.queryset = seats
        field.label_from_instance = lambda seat: f"{seat.mediator.name} {seat.get_post_display()}"


class FilingForm(PlainForm):
    """When it was made known, and to whom."""

    announced_on = DayField(label=_("公布日期"), required=False)
    filed_on = DayField(label=_("报县级司法行政部门日期"), required=False)
    court_told_on = DayField(
        label=_("通报基层人民法院日期"),
        required=False,
        help_text=_("人员有调整的,填最近一次通报的日期(《人民调解法》第十条)。"),
    )


class CloseForm(PlainForm):
    on = DayField(label=_("撤销日期"))
    why = forms.CharField(
        label=_("撤销原因"),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("请写明原因。")},
    )
