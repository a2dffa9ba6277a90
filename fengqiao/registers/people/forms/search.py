"""What a person is looked for by."""

from django import forms
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.search.words import LONGEST


class SearchForm(forms.Form):
    """What people type to find a person."""

    words = forms.CharField(
        label=_("姓名、姓名首字母、证件或电话号码(全号或后四位)"),
        required=False,
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
