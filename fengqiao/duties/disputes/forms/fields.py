"""Fields of people in a dispute."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fengqiao.lib import resident_id
from fengqiao.lib.faults import InputRefused
from fengqiao.lib.typography import typeset

RESIDENT = re.compile(r"\d{15}|\d{17}[\dXx]")
OFF = {"autocomplete": "off"}


def name_field(label: Any, *, required: bool = False, **kwargs: Any) -> forms.CharField:
    """A person or an organisation by name."""
    return forms.CharField(
        label=label,
        required=required,
        max_length=100,
        widget=forms.TextInput(attrs=OFF),
        error_messages={"required": _("请填姓名或者名称。")},
        **kwargs,
    )


class NumberField(forms.CharField):
    """The number of a paper; one that looks like a resident's is checked."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=30, widget=forms.TextInput(attrs=OFF), **kwargs)

    def clean(self, value: Any) -> str:
        typed = "".join(str(super().clean(value)).split()).upper()
        if RESIDENT.fullmatch(typed):
            try:
                return resident_id.read(typed, timezone.localdate()).number
            except InputRefused as refused:
                raise ValidationError(typeset(refused.message)) from None
        return typed
