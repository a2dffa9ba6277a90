"""Who mediates, and who keeps out of it."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.enums import Chosen, Conflict
from fengqiao.duties.disputes.forms.act import CHOOSE, ActForm, box, words
from fengqiao.duties.disputes.models import Dispute
from fengqiao.duties.disputes.suggesting import Candidate, candidates, suggestion
from fengqiao.kernel.ui.fields import DayField
from fengqiao.lib.typography import typeset


def mediator_field(found: list[Candidate], **kwargs: Any) -> forms.TypedChoiceField:
    """In the order of the list, each with what speaks for him."""
    known = {str(one.mediator.pk): one.mediator for one in found}
    return forms.TypedChoiceField(
        label=_("调解员"),
        required=False,
        coerce=known.get,
        empty_value=None,
        choices=[
            *CHOOSE,
            *((pk, typeset(one.words)) for pk, one in zip(known, found, strict=True)),
        ],
        **kwargs,
    )


class AppointForm(ActForm):
    guards: ClassVar[dict[str, str]] = {
        "given_sits": "mediator",
        "is_free": "mediator",
        "is_another": "mediator",
        "is_asked": "asked",
    }
    chosen = forms.ChoiceField(
        label=_("由谁确定"),
        choices=Chosen.choices,
        initial=Chosen.BODY,
        widget=forms.RadioSelect,
        help_text=_("当事人可以选择调解员(《人民调解法》第十九条、第二十三条)。"),
    )
    asked = box(_("已问清:调解员与本案和各方当事人没有利害关系"))

    def __init__(self, *args: Any, case: Dispute, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        found = candidates(case)
        free = [one for one in found if not one.why_not and one.mediator.pk != case.mediator_id]
        self.fields["mediator"] = mediator_field(free, help_text=self._help(found, free))
        if free:
            self.initial["mediator"] = free[0].mediator.pk
        self.order_fields(["mediator"])

    def _help(self, found: list[Candidate], free: list[Candidate]) -> str:
        out = "、".join(f"{one.mediator.name}({one.why_not})" for one in found if one.why_not)
        kept_out = str(_("已登记回避:%(names)s。") % {"names": out}) if out else ""
        return suggestion(free) + kept_out


class AvoidForm(ActForm):
    guards: ClassVar[dict[str, str]] = {
        "has_conflict": "ground",
        "is_free": "mediator",
        "is_not_the_owner": "mediator",
    }
    on = DayField(label=_("日期"))
    ground = forms.ChoiceField(
        label=_("回避的原因"), required=False, choices=[*CHOOSE, *Conflict.choices]
    )
    words = words(_("说明"))

    def __init__(self, *args: Any, case: Dispute, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        self.fields["mediator"] = mediator_field(candidates(case))
        self.order_fields(["on", "mediator", "ground", "words"])


FORMS: dict[str, type[ActForm]] = {"appoint": AppointForm, "avoid": AvoidForm}
