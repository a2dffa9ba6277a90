"""Form fields that pages share: a day as people write it, a yes/no that may be unknown, a telephone."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from fengqiao.lib import phones
from fengqiao.lib.faults import InputRefused

UNKNOWN = _("未知")
DAY_FORMATS = ["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%Y%m%d"]


class DayField(forms.DateField):
    """A day; the browser's own calendar opens where it has one."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", DAY_FORMATS)
        kwargs.setdefault("widget", forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
        super().__init__(**kwargs)
        self.error_messages["required"] = _("请填日期。")
        self.error_messages["invalid"] = _("应为日期,如 2026-06-30。")


class YesNoField(forms.TypedChoiceField):
    """是, 否 or not known (None)."""

    def __init__(self, blank: Any = UNKNOWN, **kwargs: Any) -> None:
        super().__init__(
            choices=[("", blank), ("yes", _("是")), ("no", _("否"))],
            coerce=lambda word: word == "yes",
            empty_value=None,
            **kwargs,
        )

    def prepare_value(self, value: Any) -> Any:
        """A stored true or false as the word of the choice."""
        return {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value


class PhoneField(forms.CharField):
    """A telephone number, kept in E.164."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"type": "tel", "autocomplete": "off", "inputmode": "tel"}
        super().__init__(
            required=False, max_length=30, widget=forms.TextInput(attrs=attrs), **kwargs
        )

    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        try:
            return phones.e164(typed, settings.PHONE_AREA_CODE) if typed else ""
        except InputRefused as refused:
            raise ValidationError(refused.message) from None
