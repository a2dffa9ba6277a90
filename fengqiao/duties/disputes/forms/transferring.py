"""A dispute goes to another office."""

from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.forms.act import ActForm, words
from fengqiao.duties.disputes.handlers import handlers_of
from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.sent import waiting
from fengqiao.kernel.accounts.models import User
from fengqiao.kernel.areas.enums import AreaKind
from fengqiao.kernel.areas.models import Area

CITY = Area.steplen


class OfficeChoice(forms.ModelChoiceField):
    """By the name that the query gives."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name)


class SendForm(ActForm):
    guards: ClassVar[dict[str, str]] = {
        **ActForm.guards,
        "goes_to_an_office_that_can_take_it": "office",
    }
    office = OfficeChoice(
        Area.objects.none(), label=_("移送给"), required=False, empty_label=_("请选择")
    )
    reason = words(
        _("移送的理由"),
        help_text=_(
            "对方接收前就能看到,请不要写当事人。对方接收以前,仍由现承办人承办,期限照常计算。"
        ),
    )

    def __init__(self, *args: Any, case: Dispute, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        today = timezone.localdate()
        city = Area.objects.filter(path__startswith=case.office.path[:CITY])
        offices = city.of_kind(AreaKind.OFFICE).on(today).named_on(today)
        others = offices.exclude(pk=case.office_id).order_by("path")
        self.fields["office"].queryset = others  # type: ignore[attr-defined]


class ReceiveForm(ActForm):
    guards: ClassVar[dict[str, str]] = {"is_handled_there": "to"}
    to = forms.ModelChoiceField(
        User.objects.none(), label=_("承办人"), required=False, empty_label=_("请选择")
    )
    words = words(_("说明"))

    def __init__(self, *args: Any, case: Dispute, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        if sent := waiting(case):
            self.fields["to"].queryset = handlers_of(sent.to)  # type: ignore[attr-defined]


class ReasonForm(ActForm):
    reason = words(_("理由"))


FORMS: dict[str, type[ActForm]] = {"send": SendForm, "call_back": ReasonForm}
# Done on the page of the other side, which does not see the case yet.
ANSWERS: dict[str, type[ActForm]] = {"receive": ReceiveForm, "send_home": ReasonForm}
