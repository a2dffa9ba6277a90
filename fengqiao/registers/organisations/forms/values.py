"""The values of an office: one field for each fact, made from the table `FACTS`."""

from collections.abc import Collection, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.ui.fields import YesNoField
from fengqiao.registers.organisations.enums import Fact
from fengqiao.registers.organisations.facts import FACTS, YES_NO
from fengqiao.registers.organisations.forms.base import FromDayForm

REPORTED = [fact for fact in Fact if fact not in YES_NO]
MOST_WHOLE = 10**12  # what a database and a reader still take for a count


def fact_field(fact: Fact) -> forms.Field:
    """The input for one fact; blank means not known."""
    about = FACTS[fact]
    if about.form == "yes_no":
        return YesNoField(label=fact.label, required=False, blank=_("本次未查"))
    label = f"{fact.label}({about.unit})"
    most = MOST_WHOLE if about.most is None else about.most
    limits: dict[str, Any] = {"label": label, "required": False, "min_value": 0, "max_value": most}
    if about.form == "whole":
        return forms.IntegerField(**limits)
    return forms.FloatField(**limits)


class FactsForm(FromDayForm):
    """The values that hold from the day on; what is emptied is not known from then on."""

    FACTS: Collection[Fact] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        made = {fact.value: fact_field(fact) for fact in self.FACTS}
        self.fields = made | self.fields

    def get_initial_for_field(self, field: forms.Field, field_name: str) -> Any:
        """238 as it was written, not as 238.0."""
        value = super().get_initial_for_field(field, field_name)
        return int(value) if isinstance(value, float) and value.is_integer() else value

    def changed_values(self, known: Mapping[str, Any]) -> dict[Fact, float | None]:
        """What was typed differently from what is known on the day."""
        typed = {fact: self.cleaned_data[fact.value] for fact in self.FACTS}
        return {fact: value for fact, value in typed.items() if value != known.get(fact.value)}


class ValuesForm(FactsForm):
    """What the office or its bureau reports."""

    FACTS = REPORTED
    source = forms.CharField(
        label=_("来源"),
        max_length=300,
        required=False,
        help_text=_("例如:2025年统计年鉴。只记在这次改动的数值上。"),
    )


class FindingsForm(FactsForm):
    """What an inspector found on the spot (3.2.b, 3.2.d)."""

    FACTS = [Fact(fact) for fact in YES_NO]

    source = forms.CharField(
        label=_("检查人"),
        max_length=100,
        error_messages={"required": _("请填检查人。")},
        help_text=_("谁到现场看过。"),
    )

    def changed_values(self, known: Mapping[str, Any]) -> dict[Fact, float | None]:
        """What was looked at this time, also where it confirms what is known."""
        typed = {fact: self.cleaned_data[fact.value] for fact in self.FACTS}
        return {fact: value for fact, value in typed.items() if value is not None}
