"""What is typed on the pages 达标: a day to judge, and which offices to list."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.ui.fields import DayField
from fengqiao.kernel.ui.forms import PlainForm
from fengqiao.lib.faults import InputRefused
from fengqiao.oversight.standards.judging import refuse_future
from fengqiao.oversight.standards.reporting import FORMS
from fengqiao.oversight.standards.selection import UNSIZED, VERDICTS
from fengqiao.rulebook.titles import refuse_not_in_force, titles

MOST_CHOICES = 100


class JudgeForm(PlainForm):
    """By which standard, and on which day."""

    standard = forms.ChoiceField(label=_("标准"))
    on = DayField(
        label=_("评定日"), help_text=_("按这一天登记的情况评定,可以是今天或过去的任何一天。")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["standard"].choices = titles()  # type: ignore[attr-defined]
        self.fields["on"].initial = timezone.localdate

    def clean_on(self) -> date:
        """Today or a day before; what is to come cannot be judged."""
        on: date = self.cleaned_data["on"]
        try:
            refuse_future(on)
        except InputRefused as refused:
            raise forms.ValidationError(refused.message) from refused
        return on

    def clean(self) -> None:
        """A day before the standard was in force is refused here, and not by the worker later."""
        standard, on = self.cleaned_data.get("standard"), self.cleaned_data.get("on")
        if standard and on:
            try:
                refuse_not_in_force(standard, on)
            except InputRefused as refused:
                self.add_error("on", refused.message)


class WithdrawForm(PlainForm):
    """Why a judgement that is kept shall stand no more."""

    why = forms.CharField(
        label=_("理由"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("例如:评定日填错;登记的人员有误,已更正并重新评定。"),
        error_messages={"required": _("请写明理由。")},
    )


class ReportForm(PlainForm):
    """To whom the report is sent, and in which form."""

    addressee = forms.CharField(
        label=_("主送机关"),
        required=False,
        max_length=60,
        help_text=_("如:江苏省司法厅。不填的,报告中留一条横线,打印后填写。"),
    )
    form = forms.ChoiceField(choices=[(name, one.label) for name, one in FORMS.items()])


class OfficesForm(PlainForm):
    """The filter row over the offices of one judgement; the view reads it as a `Selection`."""

    q = forms.CharField(
        label=_("名称或编码"), required=False, widget=forms.TextInput(attrs={"type": "search"})
    )
    district = forms.ChoiceField(label=_("市(区)"), required=False)
    size = forms.ChoiceField(label=_("分类"), required=False)
    meets = forms.ChoiceField(label=_("结论"), required=False)
    item = forms.ChoiceField(label=_("条目"), required=False)
    verdict = forms.ChoiceField(
        label=_("条目结论"), required=False, choices=[("", _("先选条目")), *VERDICTS.items()]
    )

    def __init__(self, districts: Sequence[str], about: Any, *args: Any) -> None:
        """`districts` are those that the reader may see: others' are none of his choices. Where they
        are too many to choose from, the name is typed."""
        super().__init__(*args)
        self.districts = districts
        if len(districts) > MOST_CHOICES:
            self.fields["district"] = forms.CharField(label=_("市(区)"), required=False)
        else:
            self._choose("district", [(name, name) for name in districts])
        classes = [(name, name) for name in about["classes"]]
        self._choose("size", [*classes, (UNSIZED, _("未确认"))])
        self._choose("meets", list(VERDICTS.items()))
        self._choose("item", [(item["id"], item["title"]) for item in about["items"]])

    def chosen_district(self) -> str:
        """The district that the list leads back to; empty where it names none that one may see."""
        name = str(self["district"].value() or "")
        return name if name in self.districts or len(self.districts) > MOST_CHOICES else ""

    def _choose(self, name: str, choices: list[tuple[str, Any]]) -> None:
        self.fields[name].choices = [("", _("全部")), *choices]  # type: ignore[attr-defined]
