"""What Django says of a wrong field by itself, in the words of an official: what is expected, no more.

Set once for all forms; a field with a sentence of its own keeps that.
"""

from typing import Any

from django import forms
from django.core import validators
from django.utils.translation import gettext_lazy as _

DAY = _("应为日期,如 2026-06-30。")

FIELDS: dict[Any, dict[str, Any]] = {
    forms.Field: {"required": _("请填写这一项。")},
    forms.IntegerField: {"invalid": _("应为整数。")},
    forms.FloatField: {"invalid": _("应为数字。")},
    forms.DecimalField: {"invalid": _("应为数字。")},
    forms.DateField: {"invalid": DAY},
    forms.DateTimeField: {"invalid": _("应为日期和时间,如 2026-06-30 09:00。")},
    forms.TimeField: {"invalid": _("应为时间,如 09:00。")},
    forms.ChoiceField: {"invalid_choice": _("没有“%(value)s”这一选项,请重新选择。")},
    forms.MultipleChoiceField: {
        "invalid_choice": _("没有“%(value)s”这一选项,请重新选择。"),
        "invalid_list": _("请从列出的选项中选择。"),
    },
    forms.ModelChoiceField: {"invalid_choice": _("没有这一选项,请重新选择。")},
}
LIMITS: dict[Any, Any] = {
    validators.MinValueValidator: _("不能小于 %(limit_value)s。"),
    validators.MaxValueValidator: _("不能大于 %(limit_value)s。"),
    validators.MinLengthValidator: _("不能少于 %(limit_value)d 个字,现有 %(show_value)d 个字。"),
    validators.MaxLengthValidator: _("不能超过 %(limit_value)d 个字,现有 %(show_value)d 个字。"),
    validators.ProhibitNullCharactersValidator: _("含有不能用的控制字符。"),
}
DIGITS: dict[str, Any] = {
    "max_digits": _("不能超过 %(max)s 位数字。"),
    "max_decimal_places": _("小数不能超过 %(max)s 位。"),
    "max_whole_digits": _("整数部分不能超过 %(max)s 位。"),
}


def say() -> None:
    """Put the sentences in the place of Django's."""
    for field, words in FIELDS.items():
        field.default_error_messages = {**vars(field).get("default_error_messages", {}), **words}
    for validator, text in LIMITS.items():
        validator.message = text
    validators.DecimalValidator.messages = {**validators.DecimalValidator.messages, **DIGITS}
