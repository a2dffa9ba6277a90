"""The filter rows of the two lists; their keys are those of the address."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.ui.forms import FilterForm
from fengqiao.registers.mediation.enums import BodyKind, Matter

ALL = ("", _("全部"))
GONE = "gone"


def _words(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"type": "search"}),
    )


class BodiesForm(FilterForm):
    kind = forms.ChoiceField(label=_("类别"), required=False, choices=[ALL, *BodyKind.choices])
    state = forms.ChoiceField(
        label=_("状态"), required=False, choices=[("", _("现有")), (GONE, _("已撤销"))]
    )
    name = _words(_("名称"))


class MediatorsForm(FilterForm):
    good_at = forms.ChoiceField(label=_("擅长"), required=False, choices=[ALL, *Matter.choices])
    full_time = forms.ChoiceField(
        label=_("专兼职"), required=False, choices=[ALL, ("yes", _("专职")), ("no", _("兼职"))]
    )
    state = forms.ChoiceField(
        label=_("状态"), required=False, choices=[("", _("在任")), (GONE, _("已离任"))]
    )
    name = _words(_("姓名"))
