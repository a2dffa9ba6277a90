"""What the forms of all acts share. A box that must be ticked is asked for by the guard, whose
sentence stands at the field that `guards` names."""

from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.duties.disputes.models import Dispute
from fengqiao.kernel.ui.forms import PlainForm

LONGEST = 5000
CHOOSE = [("", _("请选择"))]


def words(label: Any, **kwargs: Any) -> forms.CharField:
    """A few lines of text."""
    return forms.CharField(
        label=label,
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        **kwargs,
    )


def box(label: Any, **kwargs: Any) -> forms.BooleanField:
    return forms.BooleanField(label=label, required=False, **kwargs)


class ActForm(PlainForm):
    """`seen` is the version that the page was made from."""

    guards: ClassVar[dict[str, str]] = {"has_reason": "reason", "routes_are_told": "routes_told"}
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, case: Dispute, **kwargs: Any) -> None:
        kwargs["initial"] = {"seen": case.version, "on": timezone.localdate()}
        super().__init__(*args, **kwargs)
        self.case = case

    def refuse(self, guard: str, sentence: str) -> None:
        """Say at the field why the act was not done; without one, on top."""
        field = self.guards.get(guard)
        self.add_error(field if field in self.fields else None, sentence)
