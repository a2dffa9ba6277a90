"""Who speaks for a party."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.enums import Standing
from fengqiao.duties.disputes.forms.act import ActForm, words
from fengqiao.duties.disputes.forms.fields import OFF
from fengqiao.duties.disputes.guards import standing
from fengqiao.duties.disputes.models import Dispute, Party, Representative
from fengqiao.kernel.ui.fields import DayField, PhoneField
from fengqiao.lib import masks


class PartiesField(forms.ModelMultipleChoiceField):
    """Parties by masked name and side."""

    def label_from_instance(self, obj: Party) -> str:
        return f"{masks.name(obj.name)} {obj.get_side_display()}".strip()


class RepresentativeField(forms.ModelChoiceField):
    """Who speaks for whom, masked."""

    def label_from_instance(self, obj: Representative) -> str:
        names = masks.name(obj.name), masks.name(obj.party.name)
        return f"{obj.get_standing_display()} {names[0]} ({names[1]})"


class RepresentForm(ActForm):
    guards: ClassVar[dict[str, str]] = {
        "speaks_for_a_party": "parties",
        "one_party_or_elected": "parties",
        "has_authority_paper": "paper",
    }
    standing = forms.ChoiceField(label=_("身份"), choices=Standing.choices)
    parties = PartiesField(
        Party.objects.none(),
        label=_("代理、代表谁"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("多人推选代表人的,勾选推选他的各方。"),
    )
    name = forms.CharField(label=_("姓名"), max_length=60, widget=forms.TextInput(attrs=OFF))
    relation = forms.CharField(
        label=_("与当事人的关系"),
        required=False,
        max_length=60,
        help_text=_("如:母亲、律师、同村村民。"),
    )
    phone = PhoneField(label=_("电话"))
    paper = forms.CharField(
        label=_("授权或者推选的文书"),
        required=False,
        max_length=100,
        help_text=_("如:授权委托书,2026年11月2日。法定代理人可以不填。"),
    )
    may_agree = forms.BooleanField(
        label=_("文书写明可以代为达成协议"),
        required=False,
        help_text=_("没有写明的,达成协议时由当事人本人签名。"),
    )
    on = DayField(label=_("起始日期"))

    def __init__(self, *args: Any, case: Dispute, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        self.fields["parties"].queryset = case.parties.order_by("pk")  # type: ignore[attr-defined]


class UnrepresentForm(ActForm):
    guards: ClassVar[dict[str, str]] = {
        **ActForm.guards,
        "representative_stands": "representative",
    }
    representative = RepresentativeField(
        Representative.objects.none(),
        label=_("终止谁的代理、代表"),
        required=False,
        empty_label=None,
    )
    on = DayField(label=_("终止日期"))
    reason = words(_("理由"))

    def __init__(self, *args: Any, case: Dispute, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        pks = [one.pk for one in standing(case)]
        rows = case.representatives.filter(pk__in=pks).select_related("party")
        self.fields["representative"].queryset = rows  # type: ignore[attr-defined]


REPRESENTING_FORMS: dict[str, type[ActForm]] = {
    "represent": RepresentForm,
    "unrepresent": UnrepresentForm,
}
