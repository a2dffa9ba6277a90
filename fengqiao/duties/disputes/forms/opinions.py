"""How many codes staff hand out, and what a party answers under one."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.forms.act import ActForm
from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.opinions.acts import left_to_ask
from fengqiao.duties.disputes.opinions.codes import signs_of
from fengqiao.duties.disputes.questions import Charged, Fair, Overall
from fengqiao.kernel.ui.forms import PlainForm


class SlipsForm(ActForm):
    guards: ClassVar[dict[str, str]] = {"are_enough_for_parties": "number"}
    number = forms.TypedChoiceField(
        label=_("张数"),
        coerce=int,
        help_text=_("每位当事人一张,当面交给本人。"),
        error_messages={"invalid_choice": _("请选择张数,每位当事人一张。")},
    )

    def __init__(self, *args: Any, case: Dispute, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        left = left_to_ask(case)
        numbers = [
            (number, _("%(number)d张") % {"number": number}) for number in range(1, left + 1)
        ]
        self.fields["number"].choices = numbers  # type: ignore[attr-defined]
        self.initial["number"] = left


def question(label: Any, choices: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("请选一项。")},
    )


class OpinionForm(PlainForm):
    """No words, no name: nothing by which somebody could be told from the others."""

    code = forms.CharField(
        label=_("评价码"),
        max_length=40,
        help_text=_("纸条上的10位字母和数字,不分大小写。"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
        error_messages={"required": _("请输入纸条上的评价码。")},
    )
    overall = question(_("总的来说,您对这次调解满意吗?"), Overall.choices)
    fair = question(_("双方的话都听了、公平吗?"), Fair.choices)
    charged = question(_("有没有因为调解向您要过钱物?"), Charged.choices)

    def clean_code(self) -> str:
        typed: str = self.cleaned_data["code"]
        if not signs_of(typed):
            raise forms.ValidationError(_("评价码是10位字母和数字,请对照纸条再看一遍。"))
        return typed

    def answers(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("overall", "fair", "charged")}
