"""A party: as much as the case needs."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.enums import Capacity, Side
from fengqiao.duties.disputes.forms.fields import RESIDENT, NumberField, name_field
from fengqiao.duties.disputes.models import SECRET, Party
from fengqiao.duties.disputes.shown import masked
from fengqiao.kernel.ui.fields import DayField, PhoneField
from fengqiao.kernel.ui.forms import PlainForm
from fengqiao.lib.resident_id import ResidentId


class PartyForm(PlainForm):
    """What is masked stays masked while one types: left empty it stays as it is."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = name_field(_("姓名或者名称"), required=True)
    side = forms.ChoiceField(
        label=_("哪一方"), required=False, choices=[("", _("未定")), *Side.choices]
    )
    phone = PhoneField(label=_("电话"))
    id_number = NumberField(label=_("证件号码"), help_text=_("填居民身份证号时,出生日期自动得出。"))
    born_on = DayField(label=_("出生日期"), required=False)
    address = forms.CharField(label=_("住址"), required=False, max_length=200)
    capacity = forms.ChoiceField(
        label=_("行为能力"),
        required=False,
        choices=[("", _("按年龄")), *Capacity.choices],
        help_text=_("年龄之外另有情况的才选,如不能辨认自己行为的成年人。"),
    )
    guardian = forms.CharField(
        label=_("法定代理人"),
        required=False,
        max_length=60,
        help_text=_("未成年人和不能完全辨认自己行为的人,由法定代理人代理。"),
    )

    safe_contact = forms.CharField(
        label=_("安全联系方式"),
        required=False,
        max_length=200,
        help_text=_("怎样、什么时候联系才安全,如:只在白天打,不发短信。不打印。"),
    )

    def __init__(self, *args: Any, version: int, party: Party | None = None, **kwargs: Any) -> None:
        initial: dict[str, Any] = {"seen": version}
        if party:
            plain = ("name", "side", "born_on", "capacity", "guardian", "safe_contact")
            initial |= {name: getattr(party, name) for name in plain}
        super().__init__(*args, **kwargs | {"initial": initial})
        self.party = party
        if party:
            self._hint(party)

    def _hint(self, party: Party) -> None:
        for name in SECRET:
            if getattr(party, name):
                hint = _("现为 %(value)s,不改的不用填。") % {"value": masked(party, name)}
                self.fields[name].help_text = hint

    def clean_born_on(self) -> Any:
        day = self.cleaned_data["born_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("出生日期不能晚于今天。"))
        return day

    def values(self) -> dict[str, Any]:
        """The columns; a secret one that was left empty is not named."""
        typed = {name: value for name, value in self.cleaned_data.items() if name != "seen"}
        if RESIDENT.fullmatch(typed["id_number"]) and not typed["born_on"]:
            typed["born_on"] = ResidentId(typed["id_number"]).born_on
        return {name: value for name, value in typed.items() if value or name not in SECRET}
