"""Opening, renaming and closing an office, and what it is."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.ui.fields import DayField
from fengqiao.registers.organisations.enums import OfficeKind, Size
from fengqiao.registers.organisations.forms.base import FromDayForm, chosen

NAME = _("请填名称。")
DIVISION = RegexValidator(r"^(\d{9}|\d{12})$", _("应为 9 位或 12 位数字。"))


class NewOfficeForm(FromDayForm):
    """A new office; its town or street is made from the division code where not yet known."""

    code = forms.CharField(
        label=_("编码"),
        max_length=64,
        help_text=_("每个司法所一个,不能重复。"),
        error_messages={"required": _("请填编码。")},
    )
    name = forms.CharField(label=_("名称"), max_length=100, error_messages={"required": NAME})
    district = forms.CharField(
        label=_("市(区)"), max_length=50, error_messages={"required": _("请填市(区)。")}
    )
    division = forms.CharField(
        label=_("区划代码"),
        max_length=12,
        validators=[DIVISION],
        help_text=_("所在乡镇或街道的 9 位或 12 位区划代码。"),
        error_messages={"required": _("请填区划代码。")},
    )
    kind = forms.ChoiceField(
        label=_("类型"),
        choices=chosen(OfficeKind.choices, _("请选择")),
        error_messages={"required": _("请选择类型。")},
    )
    again = forms.BooleanField(
        label=_("恢复以前的司法所"),
        required=False,
        help_text=_("编码是已撤销的司法所用过的,而且就是那个所恢复设立时才勾选。"),
    )


def choose_districts(form: FromDayForm, names: list[str]) -> None:
    """Let the form offer the districts that there are, where there are any."""
    if names:
        choices = [("", _("请选择")), *((name, name) for name in names)]
        form.fields["district"].widget = forms.Select(choices=choices)


class ChangeOfficeForm(FromDayForm):
    """Another name, code, kind or place from a day on."""

    code = NewOfficeForm.base_fields["code"]
    name = NewOfficeForm.base_fields["name"]
    district = NewOfficeForm.base_fields["district"]
    division = NewOfficeForm.base_fields["division"]
    kind = NewOfficeForm.base_fields["kind"]


class ClassForm(FromDayForm):
    """The class that the bureau confirms (3.1.a); another than the proposed one wants its reason."""

    size = forms.ChoiceField(
        label=_("确认的分类"),
        choices=chosen(Size.choices, _("请选择")),
        error_messages={"required": _("请选择分类。")},
    )
    why = forms.CharField(
        label=_("理由"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("与建议不同时必须填写。"),
    )

    def __init__(self, *args: Any, proposed: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.proposed = proposed

    def clean(self) -> dict[str, Any]:
        """An override says why."""
        cleaned = super().clean() or {}
        size = cleaned.get("size")
        if size and size != self.proposed and not cleaned.get("why", "").strip():
            words = (
                _("与建议的分类不同,请写明理由。")
                if self.proposed
                else _("没有建议可依,请写明理由。")
            )
            self.add_error("why", words)
        return cleaned


class PlaceForm(FromDayForm):
    """A town, street or village by name and code."""

    name = forms.CharField(label=_("名称"), max_length=100, error_messages={"required": NAME})
    code = forms.CharField(
        label=_("区划代码"),
        max_length=12,
        validators=[DIVISION],
        error_messages={"required": _("请填区划代码。")},
    )


class NewTownForm(PlaceForm):
    """A new town or street of a district."""

    kind = forms.ChoiceField(
        label=_("类型"),
        choices=chosen(OfficeKind.choices, _("请选择")),
        error_messages={"required": _("请选择类型。")},
    )


class LeaveForm(FromDayForm):
    """The day on which a person is no longer there."""

    on = DayField(label=_("离职日期"), help_text=_("从这一天起不再在职,以前的记录保留。"))
