"""The words of a choice have Chinese marks, as all texts of a page have."""

from django import forms

from fengqiao.kernel.ui.forms import PlainForm


class Asking(PlainForm):
    one = forms.ChoiceField(choices=[("a", "问过,没有"), ("b", "(2026)海陵人调字第00012号")])
    many = forms.ChoiceField(choices=[("组", [("c", "甲,乙")])])
    how = forms.ChoiceField(choices=[("a", "是,或者不是")], widget=forms.RadioSelect)


def test_selects_and_radios_are_typeset_and_numbers_stay():
    drawn = str(Asking())
    for shown in ("问过，没有", "是，或者不是", "(2026)海陵人调字第00012号"):
        assert shown in drawn


def test_a_choice_is_still_taken_by_its_value():
    form = Asking({"one": "a", "many": "c", "how": "a"})
    assert form.is_valid(), form.errors
