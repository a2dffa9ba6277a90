"""A dispute is offered to another committee, taken, sent back."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.forms.act import ActForm, words
from fengqiao.duties.disputes.handlers import handlers_of
from fengqiao.duties.disputes.handling import bodies_of
from fengqiao.duties.disputes.models import Dispute
from fengqiao.kernel.accounts.models import User
from fengqiao.registers.mediation.models import Body


class OfferForm(ActForm):
    guards: ClassVar[dict[str, str]] = {**ActForm.guards, "goes_to_another_body": "body"}
    body = forms.ModelChoiceField(
        Body.objects.none(), label=_("移送给"), required=False, empty_label=_("请选择")
    )
    reason = words(_("移送的理由"), help_text=_("对方接收以前,仍由现承办人承办,期限照常计算。"))

    def __init__(self, *args: Any, case: Dispute, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        here = case.body.pk if case.body else 0
        others = bodies_of(case.office).exclude(pk=here)
        self.fields["body"].queryset = others  # type: ignore[attr-defined]


class TakeForm(ActForm):
    guards: ClassVar[dict[str, str]] = {
        "goes_to_a_handler": "to",
        "goes_to_who_is_free": "to",
    }
    to = forms.ModelChoiceField(
        User.objects.none(), label=_("承办人"), required=False, empty_label=_("请选择")
    )
    words = words(_("说明"))

    def __init__(self, *args: Any, case: Dispute, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        self.fields["to"].queryset = handlers_of(case.office)  # type: ignore[attr-defined]


class BackForm(ActForm):
    reason = words(_("理由"))


FORMS: dict[str, type[ActForm]] = {
    "offer": OfferForm,
    "take": TakeForm,
    "send_back": BackForm,
    "recall": BackForm,
}
