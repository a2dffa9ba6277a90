"""What is typed for a paper alone. 民族 and 职业 stand on national forms: optional, printed, kept nowhere
else."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.paper_values import sides

FEW = 6  # parties of whom it is asked; of more the pen writes it
LONGEST = 20_000


class PaperForm(forms.Form):
    """`values` are texts by the names of the layout; a form without fields asks nothing."""

    issue = forms.BooleanField(widget=forms.HiddenInput, initial=True, required=True)

    def __init__(self, *args: Any, case: Dispute, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.case = case

    def values(self) -> dict[str, str]:
        return {}


class ApplicationForm(PaperForm):
    """Of each party what the national form asks and the system does not keep."""

    def __init__(self, *args: Any, case: Dispute, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        self.parties = list(case.parties.all()[:FEW])
        for party in self.parties:
            for name, label in (("nation", _("民族")), ("work", _("职业或者职务"))):
                self.fields[f"{name}_{party.pk}"] = forms.CharField(
                    label=f"{party.name} {label}",
                    required=False,
                    max_length=40,
                    help_text=_("可以不填,只印在申请书上。"),
                )

    def values(self) -> dict[str, str]:
        more = {
            party.pk: [
                value
                for name in ("nation", "work")
                if (value := self.cleaned_data[f"{name}_{party.pk}"])
            ]
            for party in self.parties
        }
        return sides(self.case, more)


class AskedForm(PaperForm):
    time = forms.CharField(label=gettext_lazy("时间"), required=False, max_length=60)
    place = forms.CharField(label=gettext_lazy("地点"), required=False, max_length=100)
    present = forms.CharField(label=gettext_lazy("参加人"), required=False, max_length=500)
    asked = forms.CharField(label=gettext_lazy("被调查人"), max_length=100)
    record = forms.CharField(
        label=gettext_lazy("记录内容"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy("问答或者叙述都可以。"),
    )

    def values(self) -> dict[str, str]:
        typed = self.cleaned_data
        return {
            "时间": typed["time"],
            "地点": typed["place"],
            "参加人": typed["present"],
            "被调查人": typed["asked"],
            "记录内容": typed["record"],
        }


PAPER_FORMS: dict[str, type[PaperForm]] = {"application": ApplicationForm, "asked": AskedForm}
