"""Form fields that pages share: a day as people write it, a yes/no that may be unknown."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

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
