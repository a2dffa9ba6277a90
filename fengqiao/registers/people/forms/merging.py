"""Which values stay when two records become one, and why they are one."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.ui.forms import PlainForm
from fengqiao.registers.people.merging import CHOICES
from fengqiao.registers.people.models import SECRET, Person
from fengqiao.registers.people.shown import label, masked

KEPT, GONE = "kept", "gone"


class ReasonForm(PlainForm):
    """Why it is done; the trail keeps it."""

    reason = forms.CharField(
        label=_("理由"),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("请写明理由。")},
    )


class MergeForm(ReasonForm):
    """One choice for each value in which the two differ; where one has none, the other's is
    proposed."""

    field_order = [*CHOICES, "reason"]

    def __init__(self, *args: Any, kept: Person, gone: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = _("例如:同一人,前一份证件号码抄错。")
        for name, columns in CHOICES.items():
            if any(getattr(kept, column) != getattr(gone, column) for column in columns):
                first = GONE if _empty(kept, columns) and not _empty(gone, columns) else KEPT
                self.fields[name] = forms.ChoiceField(
                    label=label(columns[-1]),
                    choices=[(KEPT, _words(kept, columns)), (GONE, _words(gone, columns))],
                    initial=first,
                    widget=forms.RadioSelect,
                    error_messages={"required": _("请选择保留哪一个。")},
                )
        self.order_fields(self.field_order)

    def taken(self) -> list[str]:
        """The choices that fell on the record that goes."""
        return [name for name in CHOICES if self.cleaned_data.get(name) == GONE]


def _empty(person: Person, columns: tuple[str, ...]) -> bool:
    return not getattr(person, columns[-1])


def _words(person: Person, columns: tuple[str, ...]) -> str:
    """What stands in the record, masked as everywhere."""
    said = (
        masked(person, name)
        if name in SECRET
        else str(getattr(person, f"get_{name}_display", lambda name=name: _plain(person, name))())
        for name in columns
    )
    return " ".join(word for word in said if word) or str(_("没有"))


def _plain(person: Person, name: str) -> str:
    value = getattr(person, name)
    return "" if value is None else str(value)
