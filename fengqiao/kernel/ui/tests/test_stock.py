"""What a form says of a wrong field is said as an official would."""

import pytest
from django import forms
from django.template import Context, Template

from fengqiao.lib.typography import typeset


class AForm(forms.Form):
    count = forms.IntegerField(min_value=0, max_value=9)
    share = forms.FloatField()
    kind = forms.ChoiceField(choices=[("a", "甲")])
    kinds = forms.MultipleChoiceField(choices=[("a", "甲")])
    on = forms.DateField()
    word = forms.CharField(max_length=3)
    price = forms.DecimalField(max_digits=3, decimal_places=1)
    own = forms.IntegerField(error_messages={"invalid": "应填年份。"})


@pytest.mark.parametrize(
    ("field", "given", "said"),
    [
        ("count", "x", "应为整数。"),
        ("count", "-1", "不能小于 0。"),
        ("count", "10", "不能大于 9。"),
        ("count", "", "请填写这一项。"),
        ("share", "x", "应为数字。"),
        ("kind", "b", "没有“b”这一选项,请重新选择。"),
        ("kinds", ["b"], "没有“b”这一选项,请重新选择。"),
        ("on", "x", "应为日期,如 2026-06-30。"),
        ("word", "四个字了", "不能超过 3 个字,现有 4 个字。"),
        ("price", "1.23", "小数不能超过 1 位。"),
        ("own", "x", "应填年份。"),
    ],
)
def test_a_wrong_field(field, given, said):
    (error,) = AForm({field: given}).errors[field]
    assert typeset(str(error)) == typeset(said)


def test_an_error_of_no_field_is_told_once():
    form = AForm({})
    form.add_error(None, "两项对不上。")
    page = Template("{% load ui %}{% form_errors form %}{{ form.as_div }}")
    assert page.render(Context({"form": form})).count("两项对不上") == 1
