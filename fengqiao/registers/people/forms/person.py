"""A new person, and another value for one."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.areas.models import Area
from fengqiao.kernel.crypto import normalise
from fengqiao.kernel.ui.fields import DayField, PhoneField
from fengqiao.kernel.ui.forms import PlainForm
from fengqiao.lib import resident_id
from fengqiao.lib.faults import InputRefused
from fengqiao.registers.people.enums import CHECKED, Paper, Sex
from fengqiao.registers.people.models import SECRET, Person
from fengqiao.registers.people.shown import label, masked

OTHER_NUMBER = r"[0-9A-Z]{5,20}"
CLEARED = ("phone", "phone_more", "address", "household")


class PersonForm(PlainForm):
    """A new person. Only what the work needs: everything but name and paper may stay open."""

    area = forms.ModelChoiceField(Area.objects.none(), label=_("登记单位"), empty_label=None)
    name = forms.CharField(
        label=_("姓名"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("请填姓名。")},
    )
    paper = forms.ChoiceField(label=_("证件种类"), choices=Paper.choices, initial=Paper.RESIDENT)
    id_number = forms.CharField(
        label=_("证件号码"),
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("填居民身份证号时,性别和出生日期自动得出。"),
    )
    sex = forms.ChoiceField(
        label=_("性别"), required=False, choices=[("", _("未知")), *Sex.choices]
    )
    born_on = DayField(label=_("出生日期"), required=False)
    phone = PhoneField(label=_("电话"))
    phone_more = PhoneField(label=_("备用电话"))
    address = forms.CharField(label=_("现住址"), required=False, max_length=200)
    household = forms.CharField(
        label=_("户籍地址"), required=False, max_length=200, help_text=_("与现住址相同的不用填。")
    )

    def __init__(self, *args: Any, areas: QuerySet[Area] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas = Area.objects.none() if areas is None else areas
        if len(areas) == 1:
            del self.fields["area"]
        elif "area" in self.fields:
            self.fields["area"].queryset = areas  # type: ignore[attr-defined]
        self.areas = areas

    @property
    def chosen_area(self) -> Area:
        """The office that registers; the only one need not be chosen."""
        area: Area = self.cleaned_data.get("area") or self.areas[0]
        return area

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def clean_born_on(self) -> Any:
        day = self.cleaned_data["born_on"]
        if day and day > timezone.localdate():
            raise ValidationError(_("出生日期不能晚于今天。"))
        return day

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        paper = typed.get("paper")
        if paper:
            self._check_number(paper, typed.get("id_number", ""))
        return typed

    def _check_number(self, paper: str, number: str) -> None:
        if paper == Paper.NONE:
            if number:
                self.add_error("paper", _("填了证件号码,请选择证件种类。"))
        elif not number:
            self.add_error("id_number", _("请填证件号码;没有的,证件种类选“未提供证件”。"))
        elif paper in CHECKED:
            self._take_resident(number)
        else:
            self._take_other(number)

    def _take_resident(self, number: str) -> None:
        try:
            found = resident_id.read(number, timezone.localdate())
        except InputRefused as refused:
            self.add_error("id_number", refused.message)
            return
        said = {"sex": found.sex, "born_on": found.born_on}
        for name, value in said.items():
            if self.cleaned_data.get(name) not in ("", None, value):
                self.add_error(name, _("与身份证号不符,请核对。"))
        self.cleaned_data |= {"id_number": found.number, **said}

    def _take_other(self, number: str) -> None:
        plain = normalise.plain(number)
        if not re.fullmatch(OTHER_NUMBER, plain):
            self.add_error("id_number", _("证件号码应为5至20位字母和数字。"))
        self.cleaned_data["id_number"] = plain

    def values(self) -> dict[str, Any]:
        """By the names of the columns."""
        return {name: value for name, value in self.cleaned_data.items() if name != "area"}


class ChangeForm(PersonForm):
    """Another value for a person. What is masked is not shown here either: an empty field leaves
    it as it is, a tick deletes it."""

    clear = forms.MultipleChoiceField(
        label=_("删去"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        self.person = person
        known = {name: getattr(person, name) for name in ("name", "paper", "sex", "born_on")}
        super().__init__(*args, initial=known, **kwargs)
        self.fields.pop("area", None)
        for name in SECRET:
            if now := masked(person, name):
                hint = _("现为 %(value)s,不改的不用填。") % {"value": now}
                self.fields[name].help_text = hint
        there = [(name, label(name)) for name in CLEARED if getattr(person, name)]
        self.fields["clear"].choices = there  # type: ignore[attr-defined]
        if not there:
            del self.fields["clear"]

    def _check_number(self, paper: str, number: str) -> None:
        same = paper == self.person.paper
        super()._check_number(paper, number or (self.person.id_number if same else ""))

    def values(self) -> dict[str, Any]:
        typed = super().values()
        cleared = typed.pop("clear", [])
        kept = {n: v for n, v in typed.items() if v or n not in SECRET or n == "id_number"}
        return kept | {name: "" for name in cleared if not typed.get(name)}
