"""Rooms and equipment: each as one list, which says everything that is there from a day on."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fengqiao.registers.organisations.enums import EquipmentKind, RoomKind
from fengqiao.registers.organisations.forms.base import FromDayForm
from fengqiao.registers.organisations.models import Equipment

MOST_OF_A_KIND = 1_000_000


class RoomsForm(FromDayForm):
    """Which rooms, centres and stations are there from the day on; the others are not."""

    rooms = forms.MultipleChoiceField(
        label=_("已设的功能区和站点"),
        choices=RoomKind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("勾选已设的;没有勾选的,从这一天起记为未设。"),
    )


class EquipmentForm(FromDayForm):
    """How many of each kind are there from the day on; blank or 0: none."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        made: dict[str, forms.Field] = {
            kind.name.lower(): forms.IntegerField(
                label=_("{kind}(台、件)").format(kind=kind.label),
                required=False,
                min_value=0,
                max_value=MOST_OF_A_KIND,
            )
            for kind in EquipmentKind
        }
        self.fields = made | self.fields

    @staticmethod
    def initial_of(rows: Iterable[Equipment]) -> dict[str, Any]:
        """What is there, by the names of the fields."""
        return {EquipmentKind(row.kind).name.lower(): row.quantity for row in rows}

    def quantities(self) -> dict[EquipmentKind, int]:
        """The typed number of each kind."""
        return {kind: self.cleaned_data[kind.name.lower()] or 0 for kind in EquipmentKind}
